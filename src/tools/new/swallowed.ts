/** Finds options that npm took for its own, because the "--" before them was forgotten. Pure. */
import { OPTIONS, type Refusal, refuse } from './args.ts';

type Command = { options: Readonly<Record<string, { type: 'string' | 'boolean' }>>; command: string };

/** Options that npm has, too, and sets without being asked. */
const OF_NPM = ['color'];

/** npm hands such an option over as a variable of the environment, and its value as a word without an option. */
export function findSwallowed(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
  { options, command }: Command = { options: OPTIONS, command: 'new' },
): Refusal | undefined {
  const names = Object.keys(options).filter((name) => {
    if (OF_NPM.includes(name)) return false;
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
