/** Shows answers in the page of the API's operations. Without it, each form leads to its answer. */

for (const form of document.querySelectorAll('form[data-path]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = form.nextElementSibling;
    // A change is only read out where it can be seen.
    answer.hidden = false;
    await show(answer, addressOf(form));
  });
}

/** The address that a filled form asks for. */
function addressOf(form) {
  const query = new URLSearchParams();
  let path = form.dataset.path;
  for (const [name, value] of new FormData(form)) {
    if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, () => encodeURIComponent(value));
    else if (value !== '') query.append(name, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

async function show(answer, address) {
  const [status, link, body] = ['.answer-status', 'a', '.answer-body'].map((part) => answer.querySelector(part));
  link.href = address;
  link.textContent = address;
  status.textContent = 'Asking';
  try {
    const response = await fetch(address);
    const type = response.headers.get('Content-Type') ?? '';
    status.textContent = `${response.status}, ${type}`;
    if (type.startsWith('image/')) {
      const image = new Image();
      image.src = address;
      image.alt = 'The picture that was answered';
      body.replaceChildren(image);
      return;
    }
    const text = await response.text();
    const pre = document.createElement('pre');
    pre.textContent = type.includes('json') ? JSON.stringify(JSON.parse(text), null, 2) : text;
    body.replaceChildren(pre);
  } catch {
    status.textContent = 'No answer came. Is there a connection?';
    body.replaceChildren();
  }
}
