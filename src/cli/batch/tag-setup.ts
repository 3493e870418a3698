/**
 * TagSetup: how files are tagged, as plain data that can be handed to a thread, and the analyzer that it means.
 *
 * @module
 */
import { type Analyzer, createAnalyzer } from '../../analyzer';
import { builtinTaxonomy, type Taxonomy } from '../../taxonomy';
import type { TagFormat } from '../record-writer';

/** Everything that decides what is written of a file, besides the file. Can be cloned. */
export interface TagSetup {
  readonly format: TagFormat;
  /** The built-in plan where undefined. */
  readonly taxonomy: Taxonomy | undefined;
}

/** The analyzer of a setup. */
export function createSetupAnalyzer({ taxonomy }: TagSetup): Promise<Analyzer> {
  return createAnalyzer({ taxonomy: taxonomy ?? builtinTaxonomy });
}
