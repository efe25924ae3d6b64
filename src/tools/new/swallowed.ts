/** Finds options that npm read as its own, because the "--" before them is missing. Pure. */
import { OPTIONS, type Refusal, refuse } from './args.ts';

type Command = { options: Readonly<Record<string, { type: 'string' | 'boolean' }>>; command: string };

/** Options that npm also has, and sets by itself. */
const OF_NPM = ['color'];

/** npm passes such an option as an environment variable, and its value as an argument without an option. */
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
    `npm did not pass ${names.map((name) => `--${name}`).join(', ')} to the command. Nothing was written.`,
    `Put "--" before the options: npm run ${command} -- ${given.join(' ')}`,
  );
}
