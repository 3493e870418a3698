/**
 * TagSetup: how files are tagged, as plain data that can be handed to a thread, and the analyzer that it means.
 *
 * @module
 */
import { type Analyzer, createAnalyzer } from '../../analyzer';
import type { ReadPolicyFolderOptions } from '../../read';
import { builtinTaxonomy, type Taxonomy } from '../../taxonomy';
import { loadModelValue } from '../model-file';
import type { TagFormat } from '../record-writer';

/** Everything that decides what is written of a file, besides the file. Can be cloned. */
export interface TagSetup {
  readonly format: TagFormat;
  /** The built-in plan where undefined. */
  readonly taxonomy: Taxonomy | undefined;
  /** What `--model` named: the word lexicon, or the JSON of a file that was checked; undefined without it. */
  readonly model: unknown;
  /** Whether records list the score of every concept. */
  readonly scores: boolean;
  /** How many passages to check are listed of a file; 0 for none. */
  readonly reviewLimit: number;
  /** Which files of folders are wanted, and bounds of the readers. */
  readonly reading: ReadPolicyFolderOptions;
}

/** The analyzer of a setup. */
export function createSetupAnalyzer({ taxonomy, model }: TagSetup): Promise<Analyzer> {
  return createAnalyzer({ taxonomy: taxonomy ?? builtinTaxonomy, ...loadModelValue(model) });
}
