/**
 * A thread of the pool: tags the files that it is given, and makes its analyzer with the first that has to be.
 *
 * @module
 */
import { move, transferableSymbol, valueSymbol, workerData } from 'piscina';
import type { Analyzer } from '../../analyzer';
import { type TagOutcome, type TagTask, tagFile } from './tag-file';
import { createSetupAnalyzer, type TagSetup } from './tag-setup';

const setup = workerData as TagSetup;
let analyzer: Promise<Analyzer> | undefined;

/** What has become of a file, a {@link TagOutcome}; the reason where no file could be tagged, whatever is in it. */
export async function tagTask(task: TagTask): Promise<unknown> {
  try {
    return handOver(await tagFile(() => (analyzer ??= createSetupAnalyzer(setup)), setup, task));
  } catch (error) {
    return String(error);
  }
}

/** The bytes of the record change hands, where they are any, instead of being copied. */
function handOver(outcome: TagOutcome): unknown {
  const { buffer, length } = outcome.payload;
  if (length === 0) return outcome;
  return move({ [transferableSymbol]: [buffer], [valueSymbol]: outcome });
}
