/**
 * createJournalHeader: how results are made, so that those made otherwise are told apart.
 *
 * @module
 */
import { version } from '../../../package.json';
import { DEFAULT_READ_LIMITS, type ReadLimits, type ReadPolicyFolderOptions } from '../../read';
import { loadBuiltinModel, serializeTaggerModel } from '../../tag';
import { builtinTaxonomy } from '../../taxonomy';
import { hashBytes } from './hashes';
import type { JournalHeader } from './journal';
import type { TagSetup } from './tag-setup';

/** The header of the journals of a setup: two are equal where the same file gives the same bytes. */
export function createJournalHeader({
  format,
  taxonomy,
  model,
  scores,
  reading,
}: TagSetup): JournalHeader {
  const parts = [
    format,
    JSON.stringify(taxonomy ?? builtinTaxonomy),
    JSON.stringify(model ?? serializeTaggerModel(loadBuiltinModel())),
    String(scores),
    JSON.stringify(listBounds(reading)),
  ];
  return {
    journal: 2,
    version,
    options: hashBytes(parts.map((part) => hashBytes(part)).join(' ')),
  };
}

/** Options that decide which files there are, or whether an attempt ends well, and not what is written of a file that was read. */
const APART: ReadonlySet<string> = new Set(['include', 'exclude', 'timeoutMs', 'maxHeapMegabytes']);

/** The bounds of the readers that decide what is read of a file, where they are not the default's, in whatever order they were given. */
export function listBounds(
  reading: ReadPolicyFolderOptions,
): readonly (readonly [string, unknown])[] {
  const defaults: ReadPolicyFolderOptions = DEFAULT_READ_LIMITS;
  return Object.entries(reading)
    .filter(([name, value]) => !APART.has(name) && value !== defaults[name as keyof ReadLimits])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
