/**
 * Reads a taxonomy file of any of the formats, by its ending.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { describeReadFault, ZhengceError } from '../errors';
import { builtinTaxonomy, loadTaxonomy, type Taxonomy, taxonomyFromSkos } from '../taxonomy';

/** Where a path comes from, for messages. */
export interface TaxonomyFileSource {
  /** The command: `tag`. */
  readonly command: string;
  /** The argument: `--taxonomy`. */
  readonly argument: string;
}

/**
 * The taxonomy of a file: SKOS in Turtle where it ends in `.ttl`, otherwise YAML or JSON. UTF-8.
 *
 * @throws ZhengceError `invalid-taxonomy`, `input-too-large`; where the file cannot be read `read-failed`, for an option `invalid-argument`
 */
export async function readTaxonomyFile(
  path: string,
  source: TaxonomyFileSource,
): Promise<Taxonomy> {
  const text = await readText(path, source);
  return /\.ttl$/i.test(path)
    ? taxonomyFromSkos(text, { fileName: path })
    : loadTaxonomy(text, { fileName: path });
}

/** The taxonomy that `--taxonomy` names, the built-in plan without one. As {@link readTaxonomyFile}. */
export async function readTaxonomyOption(
  path: string | undefined,
  command: string,
): Promise<Taxonomy> {
  return path === undefined
    ? builtinTaxonomy
    : readTaxonomyFile(path, { command, argument: '--taxonomy' });
}

/** What the help says of `--taxonomy`. */
export const TAXONOMY_OPTION: readonly [flags: string, description: string] = [
  '--taxonomy <FILE>',
  'a plan of your own in YAML, JSON or Turtle (default: the 14th Five-Year Plan for National Informatization)',
];

async function readText(path: string, { command, argument }: TaxonomyFileSource): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (cause) {
    const message = `expected a readable YAML, JSON or Turtle file in UTF-8, received ${describeReadFault(cause)} (${argument} ${path})`;
    // A taxonomy that the command is about is an input of it; one that an option names is not.
    const errorCode = argument === 'FILE' ? 'read-failed' : 'invalid-argument';
    throw new ZhengceError(errorCode, `${command}: ${message}`, { cause });
  }
}
