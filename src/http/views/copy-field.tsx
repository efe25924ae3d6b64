/** A text to copy: selected by hand, or with one press where scripts run. */

export function CopyField({ id, label, value, rows = 4 }: { id: string; label: string; value: string; rows?: number }) {
  return (
    <div class="copy">
      <label for={id}>{label}</label>
      <textarea id={id} rows={rows} readonly spellcheck={false}>
        {value}
      </textarea>
      <button type="button" data-copy={id} data-script="with" hidden aria-label={`Copy: ${label}`}>
        Copy
      </button>
    </div>
  );
}
