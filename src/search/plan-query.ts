/**
 * Turns a parsed query into what is scored and what is required.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { compactText, listBigrams, listTerms } from './analyze-text';
import {
  type ListClause,
  type MaxClause,
  orderClauses,
  type PhraseScoreClause,
  type ScoreClause,
  sumFactors,
} from './clause';
import { readFilterClause, readFilterClauses } from './filters';
import type { IndexSegment } from './index-segment';
import { countLiveBigrams, countLiveWords, type LiveSegment } from './live-segment';
import { findKey, findPhrase, preparePhrase } from './phrase';
import type { FilterClause, PhraseClause, Query, QueryClause, WordsClause } from './query';
import { computeIdf, type RankingContext } from './ranking-context';
import type { Restriction } from './restriction';
import { findString } from './string-table';

/** What a search looks for. */
export interface SearchPlan {
  /** In the order of `orderClauses`; none where the query has no words: then all that is allowed matches. */
  readonly clauses: readonly ScoreClause[];
  /** Whether the query has words, found in the index or not. */
  readonly hasWords: boolean;
  readonly restrictions: readonly Restriction[];
}

/** What a plan is made from. */
export interface PlanSources {
  readonly context: RankingContext;
  readonly segmenter: Segmenter;
  /** Whether pairs of characters are indexed. */
  readonly hasBigrams: boolean;
}

/** A weighted term of the index. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** The plan of a query. */
export function planQuery(query: Query, sources: PlanSources): SearchPlan {
  const planner = createPlanner(sources);
  const scored = query.clauses.flatMap((clause) => planner.score(clause));
  return {
    clauses: orderClauses(mergeClauses(scored, sources.context)),
    hasWords: query.clauses.some(isScored),
    restrictions: restrictClauses(query.clauses, planner, sources),
  };
}

/** The plan of a weighted disjunction of terms as they stand in the index. */
export function planTerms(terms: readonly WeightedTerm[], context: RankingContext): SearchPlan {
  const clauses = terms.map(({ term, weight }) => createWordClause(term, weight, context));
  return {
    clauses: orderClauses(mergeClauses(clauses, context)),
    hasWords: true,
    restrictions: [],
  };
}

function isScored(clause: QueryClause): boolean {
  if (clause.kind === 'any') return clause.operands.some(isScored);
  return clause.kind === 'words' || clause.kind === 'phrase';
}

/** Turns clauses into scores; finds every phrase once. */
interface Planner {
  score(clause: QueryClause): readonly ScoreClause[];
  findPhrase(text: string): readonly Uint16Array[];
}

function createPlanner({ context, segmenter, hasBigrams }: PlanSources): Planner {
  const found = new Map<string, readonly Uint16Array[]>();
  const findMatches = (text: string): readonly Uint16Array[] => {
    const phrase = preparePhrase(text);
    const known = found.get(phrase);
    if (known !== undefined) return known;
    const matches = context.views.map(({ live }) => findPhrase(live, phrase, hasBigrams));
    found.set(phrase, matches);
    return matches;
  };
  const scoreText = (text: string): readonly ListClause[] => [
    ...listTerms(segmenter, text).map((token) => createWordClause(token.text, 1, context)),
    ...(hasBigrams
      ? listBigrams(compactText(text)).map((key) => createBigramClause(key, context))
      : []),
  ];
  const scorePhrase = (text: string): readonly ScoreClause[] =>
    context.settings.phrase > 0 ? [createPhraseClause(text, findMatches(text), context)] : [];
  const scoreOperand = (
    clause: WordsClause | PhraseClause | FilterClause,
  ): readonly (ListClause | PhraseScoreClause)[] => {
    switch (clause.kind) {
      case 'words':
        return [
          ...scoreText(clause.text),
          ...(clause.phrases.flatMap(scorePhrase) as readonly PhraseScoreClause[]),
        ];
      case 'phrase':
        return [
          ...scoreText(clause.text),
          ...(scorePhrase(clause.text) as readonly PhraseScoreClause[]),
        ];
      case 'filter':
        return [];
    }
  };
  return {
    findPhrase: findMatches,
    score: (clause) => {
      if (clause.kind === 'exclude') return [];
      if (clause.kind === 'any') return [createMaxClause(clause.operands.map(scoreOperand))];
      return scoreOperand(clause);
    },
  };
}

function restrictClauses(
  clauses: readonly QueryClause[],
  planner: Planner,
  { context }: PlanSources,
): readonly Restriction[] {
  const segments = context.views.map(({ live }) => live.segment);
  const restrictions = clauses.flatMap((clause): readonly Restriction[] => {
    switch (clause.kind) {
      case 'words':
      case 'filter':
        return [];
      case 'phrase':
        return [restrictOperand(clause, planner, segments)];
      case 'exclude':
        return [{ kind: 'not', restriction: restrictOperand(clause.operand, planner, segments) }];
      case 'any':
        return restrictAny(clause.operands, planner, segments);
    }
  });
  const filters = clauses.filter((clause): clause is FilterClause => clause.kind === 'filter');
  return [...restrictions, ...readFilterClauses(filters, segments)];
}

/** Alternatives restrict only where each of them does. */
function restrictAny(
  operands: readonly (WordsClause | PhraseClause | FilterClause)[],
  planner: Planner,
  segments: readonly IndexSegment[],
): readonly Restriction[] {
  const restricting = operands.filter((operand) => operand.kind !== 'words');
  if (restricting.length < operands.length) return [];
  return [
    {
      kind: 'any',
      restrictions: restricting.map((operand) => restrictOperand(operand, planner, segments)),
    },
  ];
}

function restrictOperand(
  operand: PhraseClause | FilterClause,
  planner: Planner,
  segments: readonly IndexSegment[],
): Restriction {
  if (operand.kind === 'filter') return readFilterClause(operand, segments);
  return { kind: 'passages', matches: planner.findPhrase(operand.text) };
}

function createWordClause(term: string, weight: number, context: RankingContext): ListClause {
  const lists = context.views.map(({ live }) => findString(live.segment.words.terms, term));
  return createListClause({ kind: 'word', text: term, weight, lists }, context, countLiveWords);
}

function createBigramClause(key: number, context: RankingContext): ListClause {
  const lists = context.views.map(({ live }) => findKey(live.segment.bigrams.keys, key));
  const text = String.fromCharCode(Math.floor(key / 0x1_0000), key % 0x1_0000);
  const { weight } = context.settings.bigram;
  return createListClause({ kind: 'bigram', text, weight, lists }, context, countLiveBigrams);
}

function createListClause(
  parts: Pick<ListClause, 'kind' | 'text' | 'weight' | 'lists'>,
  { views, passageCount, settings }: RankingContext,
  countLive: (live: LiveSegment, list: number) => number,
): ListClause {
  let frequency = 0;
  views.forEach(({ live }, segment) => {
    const list = parts.lists[segment] ?? -1;
    if (list >= 0) frequency += countLive(live, list);
  });
  const idf = frequency === 0 ? 0 : computeIdf(passageCount, frequency);
  return { ...parts, frequency, idf, factor: parts.weight * idf * (settings.k1 + 1) };
}

function createPhraseClause(
  text: string,
  matches: readonly Uint16Array[],
  { passageCount, settings }: RankingContext,
): PhraseScoreClause {
  const frequency = matches.reduce((sum, { length }) => sum + length, 0);
  const idf = frequency === 0 ? 0 : computeIdf(passageCount, frequency);
  const weight = settings.phrase;
  return { kind: 'phrase', text, weight, frequency, idf, factor: weight * idf, matches };
}

function createMaxClause(
  alternatives: readonly (readonly (ListClause | PhraseScoreClause)[])[],
): MaxClause {
  const ordered = alternatives
    .map((clauses) => orderClauses(clauses))
    .filter(({ length }) => length > 0);
  return {
    kind: 'max',
    alternatives: ordered,
    factor: Math.max(0, ...ordered.map(sumFactors)),
  };
}

/** One clause for each word and pair, with the weights of its occurrences added up, in the order of first sight. */
function mergeClauses(
  clauses: readonly ScoreClause[],
  { settings }: RankingContext,
): readonly ScoreClause[] {
  const merged = new Map<string, ScoreClause>();
  clauses.forEach((clause, index) => {
    const key = clause.kind === 'max' ? `max ${index}` : `${clause.kind} ${clause.text}`;
    const known = merged.get(key);
    if (known === undefined || known.kind === 'max' || known.kind === 'phrase') {
      merged.set(key, clause);
    } else if (clause.kind !== 'max') {
      const weight = known.weight + clause.weight;
      merged.set(key, { ...known, weight, factor: weight * known.idf * (settings.k1 + 1) });
    }
  });
  return [...merged.values()];
}
