/** Finds options that npm took for its own, because the "--" before them was forgotten. Pure. */
import { OPTIONS, type Refusal, refuse } from './args.ts';

/** npm hands such an option over as a variable of the environment, and its value as a word without an option. */
export function findSwallowed(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  { command, options }: { command: string; options: Record<string, { type: string }> } = {
    command: 'new',
    options: OPTIONS,
  },
): Refusal | undefined {
  const names = Object.keys(options).filter((name) => {
    const value = env[`npm_config_${name.replaceAll('-', '_')}`];
    return value !== undefined && value !== '' && value !== 'false' && !args.some((arg) => arg.startsWith(`--${name}`));
  });
  if (names.length === 0) return undefined;
  const given = names.map((name) => `--${name}${options[name]?.type === 'string' ? ' …' : ''}`);
  return refuse(
    `npm took ${names.map((name) => `--${name}`).join(', ')} for options of its own. Nothing was written.`,
    `Put a lone "--" before the options: npm run ${command} -- ${given.join(' ')}`,
  );
}
