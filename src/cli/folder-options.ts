/**
 * Options of every command that takes folders: which files are wanted, and bounds of the readers.
 *
 * @module
 */
import type { Command } from 'commander';
import { describeReceived, ZhengceError } from '../errors';
import { DEFAULT_READ_LIMITS, type ReadLimits, type ReadPolicyFolderOptions } from '../read';
import { suggestName } from '../taxonomy';

/** What the command line gives for them. */
export interface FolderFlags {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** `name=value` each; of two for one name the later holds. */
  readonly readLimit?: readonly string[];
}

const LIMIT_NAMES = Object.keys(DEFAULT_READ_LIMITS) as readonly (keyof ReadLimits)[];

/** What the help says of patterns. */
export const PATTERN_HELP = `
Patterns of --include and --exclude are about the path below the folder given, with / between its
parts on every system; one without / is about names at any depth (*.docx), one that matches a folder
about all that is in it (草稿), one that ends with / about folders alone. * ? [ab] {a,b} within a
name, ** for any folders; case is ignored. A file given itself is always read.`;

/** Adds the options to a command. */
export function addFolderOptions(command: Command): Command {
  return command
    .option('--include <GLOB>', 'in folders, only files that match; may be repeated', collect)
    .option('--exclude <GLOB>', 'in folders, no files that match; may be repeated', collect)
    .option(
      '--read-limit <name=n>',
      `a bound of the readers: ${LIMIT_NAMES.join(', ')}; may be repeated`,
      collect,
    );
}

/** For options that may be repeated: all their values. */
export function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

/**
 * The options as the readers take them.
 *
 * @throws ZhengceError `invalid-argument` for a limit that is none; patterns are checked where they are used
 */
export function readFolderOptions({
  include,
  exclude,
  readLimit = [],
}: FolderFlags): ReadPolicyFolderOptions {
  return {
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
    ...Object.fromEntries(readLimit.map(parseLimit)),
  };
}

function parseLimit(text: string): readonly [keyof ReadLimits, number] {
  const [, word = '', digits = ''] = /^([^=]*)=(\d{1,15})$/.exec(text) ?? [];
  const name = LIMIT_NAMES.find((one) => one === word);
  if (name !== undefined && Number(digits) > 0) return [name, Number(digits)];
  const wanted = text.split('=')[0] ?? '';
  const hint = LIMIT_NAMES.some((one) => one === wanted) ? '' : suggestName(wanted, LIMIT_NAMES);
  throw new ZhengceError(
    'invalid-argument',
    `options: expected name=n with n above 0 and one of the names ${LIMIT_NAMES.join(', ')}, received ${describeReceived(text)}${hint} (--read-limit)`,
  );
}
