/**
 * createIndexSaver: writes a watched index when that is due, and again where it failed.
 *
 * @module
 */
import { ZhengceError } from '../../errors';
import { refuseOutput } from '../output';
import { describeProblem, printProblem } from '../problems';
import type { IndexStore } from './index-store';

/** Options of {@link createIndexSaver}. */
export interface IndexSaverOptions {
  readonly store: IndexStore;
  readonly out: string;
  /** Least time between two writings of an index that is not complete yet, in milliseconds. */
  readonly checkpoint: number;
  /** Least time between a writing that failed and the next, in milliseconds. */
  readonly retry: number;
}

/** Writes an index. What fails is reported once, until a writing has come off. */
export interface IndexSaver {
  /** Writes the index where the last writing is long ago, and no other index is there that is whole. To be called during a pass. */
  readonly saveWhenDue: () => Promise<void>;
  /** Writes the index, unless that has only just failed; whether it is written. To be called after a pass. */
  readonly save: () => Promise<boolean>;
  /** Writes the index in any case, and says what is lost where that fails; whether it is written. To be called at the end. */
  readonly saveLast: () => Promise<boolean>;
  /** Milliseconds until a writing that failed is due again; undefined where none is. */
  readonly untilRetry: () => number | undefined;
}

/** A saver of a store that was opened just now. */
export function createIndexSaver(options: IndexSaverOptions): IndexSaver {
  const { store, out, checkpoint, retry } = options;
  let tried = Date.now();
  let failure: string | undefined;
  const untilRetry = (): number | undefined =>
    failure === undefined ? undefined : Math.max(0, tried + retry - Date.now());
  const attempt = async (consequence: string): Promise<boolean> => {
    const error = await trySaving(store, out);
    tried = Date.now();
    if (error !== undefined && error.message !== failure) {
      const problem = describeProblem(out, error);
      printProblem({ ...problem, message: `${problem.message}; ${consequence}` });
    }
    failure = error?.message;
    return error === undefined;
  };
  const tryOn = 'what is there is as it was; what was read is kept, and writing tried again';
  return {
    untilRetry,
    saveWhenDue: async () => {
      if (!store.isReplacing && Date.now() - tried >= checkpoint) await attempt(tryOn);
    },
    save: async () => (untilRetry() ?? 0) === 0 && (await attempt(tryOn)),
    saveLast: () => {
      failure = undefined;
      return attempt('what is there is as it was; the next watch reads again what it lacks');
    },
  };
}

/** Undefined where the index was written; else why not. */
async function trySaving(store: IndexStore, out: string): Promise<ZhengceError | undefined> {
  try {
    await store.save();
    return undefined;
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    return error.cause === undefined ? error : refuseOutput(out, error.cause);
  }
}
