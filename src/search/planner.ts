/**
 * Turns the clauses of a query, one by one, into what is scored and what is required.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { listBigrams, listTerms, preparePhrase } from './analyze-text';
import { type ListClause, type PhraseScoreClause, type ScoreClause, sumFactors } from './clause';
import {
  createBigramClause,
  createMaxClauses,
  createPhraseClause,
  createWordClause,
  shareRarity,
} from './create-clauses';
import { type FilterSources, restrictField } from './filters';
import type { SearchNotice } from './model';
import { createNumberNotice, listUnknownValues } from './notices';
import { createNumberFinder, isFound } from './number-clauses';
import { countMatches, type NumberMatches } from './number-matches';
import { findPhrase } from './phrase';
import { type Operand, type QueryClause, readDocumentNumber, type WordsClause } from './query';
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

/** Turns clauses into scores, conditions and notices; every phrase and number is found once. */
export interface Planner {
  score(clause: QueryClause): readonly ScoreClause[];
  /** Whether an operand is a condition where it stands alone: not words, nor a number that leads nowhere and has words before it. */
  requires(operand: Operand): operand is Exclude<Operand, WordsClause>;
  restrict(operand: Exclude<Operand, WordsClause>): Restriction;
  /** That an operand does not hold: a number as it is typed, no end of it. */
  exclude(operand: Exclude<Operand, WordsClause>): Restriction;
  notice(operand: Operand, isExcluded: boolean): readonly SearchNotice[];
  /** The numbers that were found or looked for, by what was typed. */
  readonly numbers: ReadonlyMap<string, NumberMatches>;
}

/** Factor on what a passage gains by citing a number: more than most words beside it give. */
const NUMBER_WEIGHT = 2;

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
  /** An alternative to what `frequency` passages have. */
  const scoreAlternative = (
    { text, weight, isEqual }: Alternative,
    frequency: number,
  ): PartClause => {
    const score = (share: number): PartClause => {
      const word = createWordClause(text, share, context);
      return word.frequency > 0 ? word : scorePhrase(text, share);
    };
    const scored = score(weight);
    return isEqual && scored.frequency > frequency ? score(1) : scored;
  };
  const numbers = createNumberFinder(sources);
  const scoreText = (text: string): readonly ListClause[] =>
    listParts(text, sources).map(({ clause }) => clause);
  const bonusFor = (text: string): readonly PhraseScoreClause[] => {
    const { phrase: weight } = context.settings;
    if (weight === 0) return [];
    const isNumber = readDocumentNumber(text)?.end === text.length;
    return isNumber ? numbers.score(text, weight) : [scorePhrase(text, weight)];
  };
  const listAlternatives = (operand: Operand): readonly (readonly PartClause[])[] => {
    if (operand.kind === 'filter') return [];
    if (operand.kind === 'number') {
      const rest = scoreText(numbers.find(operand.number).rest);
      const scored = numbers
        .score(operand.number, NUMBER_WEIGHT)
        .map((clause) => [clause, ...rest]);
      return scored.length > 0 ? scored : [rest];
    }
    const phrases = operand.kind === 'words' ? operand.phrases : [operand.text];
    return [[...scoreText(operand.text), ...phrases.flatMap(bonusFor)]];
  };
  const scoreWords = ({
    text,
    phrases,
  }: Pick<WordsClause, 'text' | 'phrases'>): readonly ScoreClause[] => {
    let parts = listParts(text, sources);
    const groups: ScoreClause[] = [];
    for (const { start, end, alternatives } of findSynonyms(text, sources)) {
      const isInside = (part: TextPart): boolean => part.start >= start && part.end <= end;
      const own = parts.filter(isInside).map(({ clause }) => clause);
      parts = parts.filter((part) => !isInside(part));
      const frequency = countMatches(findMatches(text.slice(start, end)));
      const others = alternatives.map((other) => [scoreAlternative(other, frequency)]);
      const all = [frequency === 0 ? limitParts(own, others) : own, ...others];
      groups.push(...createMaxClauses(shareRarity(all, context)));
    }
    return [...parts.map(({ clause }) => clause), ...groups, ...phrases.flatMap(bonusFor)];
  };
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
    numbers: numbers.found,
    requires: (operand): operand is Exclude<Operand, WordsClause> => {
      if (operand.kind !== 'number') return operand.kind !== 'words';
      const found = numbers.find(operand.number);
      return isFound(found) || found.rest === '';
    },
    score: (clause) => {
      switch (clause.kind) {
        case 'words':
          return scoreWords(clause);
        case 'any':
          return createMaxClauses(clause.operands.flatMap(listAlternatives));
        case 'phrase':
          return createMaxClauses(listAlternatives(clause));
        case 'number':
          return [
            ...createMaxClauses(numbers.score(clause.number, NUMBER_WEIGHT).map((one) => [one])),
            ...scoreWords({ text: numbers.find(clause.number).rest, phrases: [] }),
          ];
        case 'exclude':
        case 'filter':
          return [];
      }
    },
    restrict: (operand) => restrict(operand, numbers.find),
    exclude: (operand) => ({ kind: 'not', restriction: restrict(operand, numbers.findWhole) }),
    notice: (operand, isExcluded) => {
      if (operand.kind === 'filter') return listUnknownValues(operand, sources);
      if (operand.kind !== 'number') return [];
      const find = isExcluded ? numbers.findWhole : numbers.find;
      const { own, cited, number } = find(operand.number);
      if (countMatches(own) > 0) return [];
      return [createNumberNotice(number, countMatches(cited), sources.values)];
    },
  };
}

/** Share of what an alternative is worth that the parts of an expression can reach which no passage has whole: 数据 and 二十条 apart are not 数据二十条. */
const PARTS_SHARE = 0.5;

function limitParts(
  own: readonly ListClause[],
  alternatives: readonly (readonly PartClause[])[],
): readonly ListClause[] {
  if (own.length < 2) return own;
  const limit = PARTS_SHARE * Math.max(...alternatives.map(sumFactors));
  const share = limit / sumFactors(own);
  if (limit === 0 || share >= 1) return own;
  return own.map((clause) => ({
    ...clause,
    weight: clause.weight * share,
    factor: clause.factor * share,
  }));
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
