/**
 * Reads a taxonomy file of any of the formats, by its ending.
 *
 * @module
 */
import { readFile } from 'node:fs/promises';
import { ZhengceError } from '../errors';
import { builtinTaxonomy, loadTaxonomy, type Taxonomy, taxonomyFromSkos } from '../taxonomy';
import { describeCause } from './error-code';

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
 * @throws ZhengceError `invalid-taxonomy`, `input-too-large`; `invalid-argument` where the file cannot be read
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
    const code = describeCause(cause);
    const message = `expected a readable YAML, JSON or Turtle file in UTF-8, received ${code} (${argument} ${path})`;
    throw new ZhengceError('invalid-argument', `${command}: ${message}`, { cause });
  }
}
