/**
 * Tells files that are still being written, or have only just gone, from those that have come to rest.
 *
 * @module
 */
import type { PolicySurvey } from '../../read';

/** What two surveys, one after the other, say together. */
export interface SettledSurvey {
  /** Stamps of the files that are the same in both. */
  readonly stamps: ReadonlyMap<string, string>;
  /** Paths that are different in the second, or absent and were there in the first. */
  readonly restless: ReadonlySet<string>;
}

/** Takes surveys, some time apart, and compares each with the one before. */
export interface SurveyComparison {
  readonly compare: (survey: PolicySurvey) => SettledSurvey;
}

/** A comparison that has seen the files of `known` before, and nothing else. */
export function createSurveyComparison(known: Iterable<string>): SurveyComparison {
  // A stamp that no file has: a file that is gone when the first survey is made gets a second chance as well.
  let before = new Map<string, string>([...known].map((path) => [path, '']));
  return {
    compare: ({ files }) => {
      const now = new Map(files.map(({ path, stamp }) => [path, stamp]));
      const stamps = new Map([...now].filter(([path, stamp]) => before.get(path) === stamp));
      const changed = [...now.keys()].filter((path) => !stamps.has(path));
      const gone = [...before.keys()].filter((path) => !now.has(path));
      before = now;
      return { stamps, restless: new Set([...changed, ...gone]) };
    },
  };
}
