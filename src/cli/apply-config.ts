/**
 * Puts the values of a configuration file in place of options that the command line leaves out.
 *
 * @module
 */
import type { Command } from 'commander';
import { CONFIG_FILE, readConfigFile } from './config-file';
import {
  CONFIGURED_COMMANDS,
  type Config,
  type ConfiguredCommand,
  type ConfigValues,
  toFlagName,
  toFlagValue,
} from './config-schema';

const HELP = `
Options that are not given are taken from ${CONFIG_FILE} in the working directory, or the
file of --config: first from the section of the command, then from the top of the file. Paths in it
are relative to its folder; on the command line limits are weighed one by one, lists as wholes.`;

/** Adds `--config` and `--no-config` to the commands of a program that take options from the file, and reads it before they run. */
export function addConfigOptions(program: Command): void {
  for (const command of program.commands) {
    if (findName(command) === undefined) continue;
    command
      .option(
        '--config <FILE>',
        `take options from FILE (default: ${CONFIG_FILE}, where there is one)`,
      )
      .option('--no-config', 'take options from no file')
      .addHelpText('after', HELP);
  }
  program.hook('preAction', async (_, command) => {
    const name = findName(command);
    if (name !== undefined) await applyConfig(command, name);
  });
}

function findName(command: Command): ConfiguredCommand | undefined {
  return CONFIGURED_COMMANDS.find((name) => name === command.name());
}

async function applyConfig(command: Command, name: ConfiguredCommand): Promise<void> {
  const asked: unknown = command.getOptionValue('config');
  if (asked === false) return;
  const path = typeof asked === 'string' ? asked : CONFIG_FILE;
  const config = await readConfigFile(path, typeof asked === 'string');
  if (config === undefined) return;
  const taken = Object.entries(selectValues(config, name, command)).filter(([key, value]) =>
    takeValue(command, key, value),
  );
  if (taken.length > 0 && command.getOptionValue('quiet') !== true) {
    const keys = taken.map(([key]) => key).join(', ');
    process.stderr.write(`zhengce: ${keys} as in ${path}\n`);
  }
}

/** Of no use where single passages are tagged, and refused there. */
const FILES_ONLY: ReadonlySet<string> = new Set([
  'format',
  'jobs',
  'resume',
  'include',
  'exclude',
  'readLimits',
]);

function selectValues(config: Config, name: ConfiguredCommand, command: Command): ConfigValues {
  const own = config[name] ?? {};
  const limits = { ...toRecord(config['readLimits']), ...toRecord(own['readLimits']) };
  const values = { ...config, ...own, readLimits: limits };
  const isPassages = command.getOptionValue('passages') !== undefined;
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => !isPassages || !FILES_ONLY.has(key)),
  );
}

function toRecord(value: unknown): ConfigValues {
  return typeof value === 'object' && value !== null ? (value as ConfigValues) : {};
}

/** Whether the command has such an option that the command line leaves to the file, which then has the value. */
function takeValue(command: Command, key: string, value: unknown): boolean {
  const flag = toFlagName(key);
  if (!command.options.some((option) => option.attributeName() === flag)) return false;
  const isGiven = command.getOptionValueSource(flag) === 'cli';
  if (isGiven && key !== 'readLimits') return false;
  const isOff = value === false && key !== 'synonyms';
  if (isOff) return false;
  const taken = toFlagValue(key, value);
  if (key === 'readLimits' && isList(taken) && taken.length === 0) return false;
  // Limits given on the command line come later, and so hold.
  const given: unknown = isGiven ? command.getOptionValue(flag) : undefined;
  const whole = isList(taken) && isList(given) ? [...taken, ...given] : taken;
  command.setOptionValueWithSource(flag, whole, 'config');
  return true;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
