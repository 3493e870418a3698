/**
 * What the document numbers of a query come to: each is found once, scored, and told apart from words before it.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import type { PhraseScoreClause } from './clause';
import { createPhraseClause } from './create-clauses';
import type { FieldValues } from './field-values';
import {
  countMatches,
  findDocumentNumber,
  findWholeNumber,
  type NumberMatches,
} from './number-matches';
import type { RankingContext } from './ranking-context';
import { asksMore, partUnknownNumber } from './unknown-number';

/** How many times what a passage gains by citing a number it gains by being of the document that has it: more than demotions take. */
const OWN_FACTOR = 3;

/** What numbers are found with. */
interface NumberSources {
  readonly context: RankingContext;
  readonly segmenter: Segmenter;
  readonly hasBigrams: boolean;
  readonly values: FieldValues;
}

/** Finds the numbers of one query. */
export interface NumberFinder {
  /** What a number leads to; where that is nothing, the number parted from words before it. */
  readonly find: (typed: string) => NumberMatches;
  /** The same for a number as it is typed, no end of it. */
  readonly findWhole: (typed: string) => NumberMatches;
  /** What passages gain by it: as the number of their document, or else by citing it, which has the weight. None where it leads to nothing. */
  readonly score: (typed: string, weight: number) => readonly PhraseScoreClause[];
  /** What was found by what was typed. */
  readonly found: ReadonlyMap<string, NumberMatches>;
}

/** A finder for one query. */
export function createNumberFinder(sources: NumberSources): NumberFinder {
  const { context, segmenter, hasBigrams, values } = sources;
  const segments = context.views.map(({ live }) => live);
  const found = new Map<string, NumberMatches>();
  const find = (typed: string): NumberMatches => {
    const known = found.get(typed);
    if (known !== undefined) return known;
    const matches = findDocumentNumber(segments, typed, hasBigrams);
    const parted = isFound(matches) ? matches : partUnknownNumber(matches, listNumbers(values));
    const telling = asksMore(parted.rest, segmenter) ? parted : { ...parted, rest: '' };
    found.set(typed, telling);
    return telling;
  };
  return {
    find,
    findWhole: (typed) => findWholeNumber(segments, typed, hasBigrams),
    score: (typed, weight) => scoreNumber(find(typed), weight, context),
    found,
  };
}

/** Whether a number leads to any passage. */
export function isFound({ own, cited }: NumberMatches): boolean {
  return countMatches(own) + countMatches(cited) > 0;
}

function scoreNumber(
  { own, cited, number }: NumberMatches,
  weight: number,
  context: RankingContext,
): readonly PhraseScoreClause[] {
  const frequency = countMatches(own) + countMatches(cited);
  return [
    { text: `${number} as the document's own number`, weight: OWN_FACTOR * weight, matches: own },
    { text: `${number} cited`, weight, matches: cited },
  ]
    .filter(({ matches }) => countMatches(matches) > 0)
    .map((parts) => createPhraseClause(parts, context, frequency));
}

function listNumbers(values: FieldValues): readonly string[] {
  return values.list('documentNumber').map(({ value }) => value);
}
