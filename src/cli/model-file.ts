/**
 * Reads what `--model` names.
 *
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import type { CreateAnalyzerOptions } from '../analyzer';
import { describeReadFault, ZhengceError } from '../errors';
import {
  isLexiconModel,
  type LexiconModel,
  loadLexiconModel,
  loadTaggerModel,
  matchesLexiconModel,
  matchesModel,
  type TaggerModel,
} from '../tag';
import type { Taxonomy } from '../taxonomy';

/** What the help says of `--model`. */
export const MODEL_OPTION: readonly [flags: string, description: string] = [
  '--model <FILE>',
  'what `zhengce train` or `zhengce evaluate --tune` made, or the word lexicon for the terms of the taxonomy alone (default: the model of the built-in plan where it fits, else lexicon)',
];

/** A larger file is no model. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * The model that `--model` names, as `createAnalyzer` takes it; undefined without one.
 *
 * @throws ZhengceError `invalid-argument` where the file cannot be read, or its model was made for another taxonomy; `invalid-input` where it is no model
 */
export async function readModelOption(
  path: string | undefined,
  taxonomy: Taxonomy,
  command: string,
): Promise<Pick<CreateAnalyzerOptions, 'model'>> {
  return loadModelValue(await readModelValue(path, taxonomy, command));
}

/** The model of a value that `readModelValue` gave; none of undefined. */
export function loadModelValue(value: unknown): Pick<CreateAnalyzerOptions, 'model'> {
  if (value === undefined) return {};
  if (value === 'lexicon') return { model: 'lexicon' };
  return { model: isLexiconModel(value) ? loadLexiconModel(value) : loadTaggerModel(value) };
}

/** As {@link readModelOption}, as plain data that a thread can be given: the word lexicon, or the JSON of the file, checked. */
export async function readModelValue(
  path: string | undefined,
  taxonomy: Taxonomy,
  command: string,
): Promise<unknown> {
  if (path === undefined || path === 'lexicon') return path;
  const value = await readJson(path, command);
  const model = loadModel(value, path);
  if (isMadeFor(taxonomy, model)) return value;
  const { id, version, lexicon } = model.taxonomy;
  const other =
    id === taxonomy.id
      ? `other concepts or terms of it (version ${version}, lexicon ${lexicon})`
      : `${id} ${version}`;
  throw new ZhengceError(
    'invalid-argument',
    `${command}: expected a model made for the taxonomy ${taxonomy.id} ${taxonomy.version} as it is, received one for ${other}: make it anew with \`zhengce train\` or \`zhengce evaluate --tune\`, or name its taxonomy by --taxonomy (--model ${path})`,
  );
}

function isMadeFor(taxonomy: Taxonomy, model: TaggerModel | LexiconModel): boolean {
  return isLexiconModel(model)
    ? matchesLexiconModel(taxonomy, model)
    : matchesModel(taxonomy, model);
}

function loadModel(value: unknown, path: string): TaggerModel | LexiconModel {
  try {
    return isLexiconModel(value) ? loadLexiconModel(value) : loadTaggerModel(value);
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    throw new ZhengceError(error.code, `${error.message} (--model ${path})`, { cause: error });
  }
}

async function readJson(path: string, command: string): Promise<unknown> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new Error(`a file of ${size} bytes`);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
  } catch (cause) {
    const message = `${command}: expected a readable JSON file of a model, or the word lexicon, received ${describeReadFault(cause)} (--model ${path})`;
    throw new ZhengceError('invalid-argument', message, { cause });
  }
}
