/**
 * Turns the clauses of a query, one by one, into what is scored and what is required.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { listBigrams, listTerms } from './analyze-text';
import type { ListClause, PhraseScoreClause, ScoreClause } from './clause';
import {
  createBigramClause,
  createMaxClauses,
  createPhraseClause,
  createWordClause,
} from './create-clauses';
import { type FilterSources, restrictField } from './filters';
import type { SearchNotice } from './model';
import { createNumberNotice, listUnknownValues } from './notices';
import {
  countMatches,
  findDocumentNumber,
  findWholeNumber,
  type NumberMatches,
} from './number-matches';
import { findPhrase, preparePhrase } from './phrase';
import type { Operand, QueryClause, WordsClause } from './query';
import type { RankingContext } from './ranking-context';
import type { Restriction } from './restriction';
import type { Alternative, SynonymMatch } from './synonyms';

/** What a query is planned with. */
export interface PlannerSources extends FilterSources {
  readonly context: RankingContext;
  readonly segmenter: Segmenter;
  /** Whether pairs of characters are indexed. */
  readonly hasBigrams: boolean;
}

type PartClause = ListClause | PhraseScoreClause;

/** Turns clauses into scores, conditions and notices; finds every phrase and number once. */
export interface Planner {
  score(clause: QueryClause): readonly ScoreClause[];
  restrict(operand: Exclude<Operand, WordsClause>): Restriction;
  /** That an operand does not hold: a number as it is typed, no end of it. */
  exclude(operand: Exclude<Operand, WordsClause>): Restriction;
  notice(operand: Operand, isExcluded: boolean): readonly SearchNotice[];
}

/** Factor on what a passage of the document that has a number gains by it, over one that cites it: more than demotions take. */
const OWN_NUMBER_WEIGHT = 3;

/** The planner of one query. */
export function createPlanner(sources: PlannerSources): Planner {
  const { context, hasBigrams } = sources;
  const found = new Map<string, readonly Uint16Array[]>();
  const findMatches = (text: string): readonly Uint16Array[] => {
    const phrase = preparePhrase(text);
    const known = found.get(phrase);
    if (known !== undefined) return known;
    const matches = context.views.map(({ live }) => findPhrase(live, phrase, hasBigrams));
    found.set(phrase, matches);
    return matches;
  };
  const scorePhrase = (text: string, weight: number): PhraseScoreClause =>
    createPhraseClause({ text, weight, matches: findMatches(text) }, context);
  const bonusFor = (text: string): readonly PhraseScoreClause[] =>
    context.settings.phrase > 0 ? [scorePhrase(text, context.settings.phrase)] : [];
  const scoreAlternative = ({ text, weight }: Alternative): PartClause => {
    const word = createWordClause(text, weight, context);
    return word.frequency > 0 ? word : scorePhrase(text, weight);
  };
  const segments = context.views.map(({ live }) => live);
  const numbers = new Map<string, NumberMatches>();
  const findNumber = (number: string): NumberMatches => {
    const known = numbers.get(number) ?? findDocumentNumber(segments, number, hasBigrams);
    numbers.set(number, known);
    return known;
  };
  const scoreNumber = (typed: string): readonly PartClause[] => {
    const { own, cited, number, rest } = findNumber(typed);
    const frequency = countMatches(own) + countMatches(cited);
    const ownText = `${number} as the document's own number`;
    return [
      createPhraseClause(
        { text: ownText, weight: OWN_NUMBER_WEIGHT, matches: own },
        context,
        frequency,
      ),
      createPhraseClause(
        { text: `${number} cited`, weight: 1, matches: cited },
        context,
        frequency,
      ),
      ...listParts(rest, sources).map(({ clause }) => clause),
    ];
  };
  const scoreOperand = (operand: Operand): readonly PartClause[] => {
    if (operand.kind === 'filter') return [];
    if (operand.kind === 'number') return scoreNumber(operand.number);
    const phrases = operand.kind === 'words' ? operand.phrases : [operand.text];
    const parts = listParts(operand.text, sources).map(({ clause }) => clause);
    return [...parts, ...phrases.flatMap(bonusFor)];
  };
  const scoreWords = ({ text, phrases }: WordsClause): readonly ScoreClause[] => {
    let parts = listParts(text, sources);
    const groups: ScoreClause[] = [];
    for (const { start, end, alternatives } of findSynonyms(text, sources)) {
      const isInside = (part: TextPart): boolean => part.start >= start && part.end <= end;
      const own = parts.filter(isInside).map(({ clause }) => clause);
      parts = parts.filter((part) => !isInside(part));
      groups.push(
        ...createMaxClauses([own, ...alternatives.map((other) => [scoreAlternative(other)])]),
      );
    }
    return [...parts.map(({ clause }) => clause), ...groups, ...phrases.flatMap(bonusFor)];
  };
  const findWhole = (number: string): NumberMatches =>
    findWholeNumber(segments, number, hasBigrams);
  const restrict = (
    operand: Exclude<Operand, WordsClause>,
    find: (number: string) => NumberMatches,
  ): Restriction => {
    if (operand.kind === 'filter') return restrictField(operand, sources);
    if (operand.kind === 'phrase') return { kind: 'passages', matches: findMatches(operand.text) };
    const { own, cited } = find(operand.number);
    const restrictions = [own, cited].map((matches) => ({ kind: 'passages', matches }) as const);
    return { kind: 'any', restrictions };
  };
  return {
    score: (clause) => {
      switch (clause.kind) {
        case 'words':
          return scoreWords(clause);
        case 'any':
          return createMaxClauses(clause.operands.map(scoreOperand));
        case 'phrase':
        case 'number':
          return scoreOperand(clause);
        case 'exclude':
        case 'filter':
          return [];
      }
    },
    restrict: (operand) => restrict(operand, findNumber),
    exclude: (operand) => ({ kind: 'not', restriction: restrict(operand, findWhole) }),
    notice: (operand, isExcluded) => {
      if (operand.kind === 'filter') return listUnknownValues(operand, sources);
      if (operand.kind !== 'number') return [];
      const find = isExcluded ? findWhole : findNumber;
      const { own, cited, number } = find(operand.number);
      if (countMatches(own) > 0) return [];
      return [createNumberNotice(number, countMatches(cited), sources.values)];
    },
  };
}

function findSynonyms(
  text: string,
  { synonyms, segmenter }: PlannerSources,
): readonly SynonymMatch[] {
  return synonyms?.find(text, segmenter) ?? [];
}

/** A word or pair of a query's text, with its place in it. */
interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly clause: ListClause;
}

function listParts(
  text: string,
  { context, segmenter, hasBigrams }: PlannerSources,
): readonly TextPart[] {
  const words = listTerms(segmenter, text).map(({ text: term, start, end }) => ({
    start,
    end,
    clause: createWordClause(term, 1, context),
  }));
  if (!hasBigrams || context.settings.bigram.weight === 0) return words;
  const isCovered = (start: number, end: number): boolean =>
    words.some((word) => word.clause.frequency > 0 && word.start <= start && word.end >= end);
  const { weight, covered } = context.settings.bigram;
  const pairs = Array.from({ length: text.length }, (_, at) => ({
    start: at,
    end: at + 2,
    keys: listBigrams(text.slice(at, at + 2)),
  })).flatMap(({ start, end, keys }) => {
    const own = isCovered(start, end) ? weight * covered : weight;
    return keys.map((key) => ({ start, end, clause: createBigramClause(key, own, context) }));
  });
  return [...words, ...pairs];
}
