/**
 * Turns a parsed query into what is scored and what is required.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { foldText, listBigrams, listTerms } from './analyze-text';
import {
  type ListClause,
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
import { namesRegion } from './regional';
import type { Restriction } from './restriction';
import { findString } from './string-table';
import type { Alternative, SynonymMatch, Synonyms } from './synonyms';

/** What a search looks for. */
export interface SearchPlan {
  /** In the order of `orderClauses`; none where the query has no words: then all that is allowed matches. */
  readonly clauses: readonly ScoreClause[];
  /** Whether the query has words, found in the index or not. */
  readonly hasWords: boolean;
  readonly restrictions: readonly Restriction[];
  /** Whether the query names a region of the index's documents: then regional ones are not demoted. */
  readonly namesRegion: boolean;
}

/** What a plan is made from. */
export interface PlanSources {
  readonly context: RankingContext;
  readonly segmenter: Segmenter;
  /** Whether pairs of characters are indexed. */
  readonly hasBigrams: boolean;
  /** What words are expanded with. */
  readonly synonyms: Synonyms | undefined;
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
    namesRegion: namesRegion(foldText(query.text), sources.context.regionNames),
  };
}

/** The plan of a weighted disjunction of terms as they stand in the index. */
export function planTerms(terms: readonly WeightedTerm[], context: RankingContext): SearchPlan {
  const clauses = terms.map(({ term, weight }) => createWordClause(term, weight, context));
  return {
    clauses: orderClauses(mergeClauses(clauses, context)),
    hasWords: true,
    restrictions: [],
    namesRegion: terms.some(({ term }) => namesRegion(term, context.regionNames)),
  };
}

function isScored(clause: QueryClause): boolean {
  if (clause.kind === 'any') return clause.operands.some(isScored);
  return clause.kind === 'words' || clause.kind === 'phrase';
}

type PartClause = ListClause | PhraseScoreClause;

/** Turns clauses into scores; finds every phrase once. */
interface Planner {
  score(clause: QueryClause): readonly ScoreClause[];
  findPhrase(text: string): readonly Uint16Array[];
}

function createPlanner(sources: PlanSources): Planner {
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
  const scoreOperand = (operand: Operand): readonly PartClause[] => {
    if (operand.kind === 'filter') return [];
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
  return {
    findPhrase: findMatches,
    score: (clause) => {
      switch (clause.kind) {
        case 'words':
          return scoreWords(clause);
        case 'any':
          return createMaxClauses(clause.operands.map(scoreOperand));
        case 'phrase':
          return scoreOperand(clause);
        case 'exclude':
        case 'filter':
          return [];
      }
    },
  };
}

type Operand = WordsClause | PhraseClause | FilterClause;

function findSynonyms(text: string, { synonyms, segmenter }: PlanSources): readonly SynonymMatch[] {
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
  { context, segmenter, hasBigrams }: PlanSources,
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
  const pairs = [...text]
    .map((_, at) => ({ start: at, end: at + 2, keys: listBigrams(text.slice(at, at + 2)) }))
    .flatMap(({ start, end, keys }) => {
      const own = isCovered(start, end) ? weight * covered : weight;
      return keys.map((key) => ({ start, end, clause: createBigramClause(key, own, context) }));
    });
  return [...words, ...pairs];
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

function createBigramClause(key: number, weight: number, context: RankingContext): ListClause {
  const lists = context.views.map(({ live }) => findKey(live.segment.bigrams.keys, key));
  const text = String.fromCharCode(Math.floor(key / 0x1_0000), key % 0x1_0000);
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
  parts: Pick<PhraseScoreClause, 'text' | 'weight' | 'matches'>,
  { passageCount }: RankingContext,
): PhraseScoreClause {
  const frequency = parts.matches.reduce((sum, { length }) => sum + length, 0);
  const idf = frequency === 0 ? 0 : computeIdf(passageCount, frequency);
  return { kind: 'phrase', ...parts, frequency, idf, factor: parts.weight * idf };
}

/** The best of alternatives; where only one is left, its parts as they are. */
function createMaxClauses(
  alternatives: readonly (readonly PartClause[])[],
): readonly ScoreClause[] {
  const ordered = alternatives
    .map((parts) => orderClauses(parts))
    .filter(({ length }) => length > 0);
  if (ordered.length <= 1) return ordered.flat();
  return [{ kind: 'max', alternatives: ordered, factor: Math.max(...ordered.map(sumFactors)) }];
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
