/**
 * Lets passages gain by the company they keep: by how well their document and their section match.
 *
 * @module
 */
import type { ContextSettings } from './settings';
import type { RankedPassage } from './top-hits';

/** What a rawScore with context is the sum of: `own` + document weight · `document` + section weight · `section` + heading weight · `heading`. */
export interface ContextScores {
  readonly own: number;
  /** Mean of the best {@link DOCUMENT_BEST} own scores in the passage's document; 0 for each that is missing. */
  readonly document: number;
  /** Mean of the best {@link SECTION_BEST} own scores under the passage's headings; 0 for each that is missing. */
  readonly section: number;
  /** The own score where the passage stands under a heading that is the query; else 0. */
  readonly heading: number;
}

/** Where a passage stands: passages of one document, and of one section, have the same number. */
export interface PassageKeys {
  readonly document: number;
  readonly section: number;
  /** Its headings by {@link listHeadingForms}. */
  readonly headings: readonly string[];
}

/** How many scores of a document count. */
export const DOCUMENT_BEST = 10;

/** How many scores of a section count. */
export const SECTION_BEST = 5;

/**
 * The ranked passages, the first `depth` of them with what their document, section and headings add, in the new order; ties by position. What is
 * behind stays as it is, and behind: what is added is never negative.
 *
 * Interpolation of a passage's score with its document's: Callan (1994), Passage-Level Evidence in Document Retrieval. `keysOf` tells which
 * passages belong together, `typed` is the query by {@link listHeadingForms} where it is words alone. O(depth log depth).
 */
export function addContext(
  ranked: readonly RankedPassage[],
  keysOf: (position: number) => PassageKeys,
  { depth, document, section, heading }: ContextSettings,
  typed: readonly string[] = [],
): readonly RankedPassage[] {
  const places = ranked.slice(0, depth).map((passage) => ({
    passage,
    keys: keysOf(passage.position),
  }));
  const documents = createMeans(DOCUMENT_BEST);
  const sections = createMeans(SECTION_BEST);
  for (const { passage, keys } of places) {
    documents.add(keys.document, passage.rawScore);
    sections.add(keys.section, passage.rawScore);
  }
  const raised = places.map(({ passage: { position, rawScore: own }, keys }): RankedPassage => {
    const context = {
      own,
      document: documents.meanOf(keys.document),
      section: sections.meanOf(keys.section),
      heading: typed.some((form) => keys.headings.includes(form)) ? own : 0,
    };
    const rawScore =
      own + document * context.document + section * context.section + heading * context.heading;
    return { position, rawScore, context };
  });
  raised.sort((a, b) => b.rawScore - a.rawScore || a.position - b.position);
  return [...raised, ...ranked.slice(depth)];
}

/** By how much document and section can multiply a score at most. A heading that is the query is not counted in: what stands under it is as good a hit as can be. */
export function greatestRise({ depth, document, section }: ContextSettings): number {
  return depth === 0 ? 1 : 1 + document + section;
}

/** Means of the first `count` numbers of every group. */
function createMeans(count: number): {
  add(key: number, value: number): void;
  meanOf(key: number): number;
} {
  const groups = new Map<number, { taken: number; sum: number }>();
  return {
    add: (key, value) => {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { taken: 1, sum: value });
      else if (group.taken < count) {
        group.taken += 1;
        group.sum += value;
      }
    },
    meanOf: (key) => (groups.get(key)?.sum ?? 0) / count,
  };
}
