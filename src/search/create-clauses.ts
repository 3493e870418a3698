/**
 * Makes the clauses that a query comes to, with what each is worth in a collection.
 *
 * @module
 */
import {
  type ListClause,
  orderClauses,
  type PhraseScoreClause,
  type ScoreClause,
  sumFactors,
} from './clause';
import { countLiveBigrams, countLiveWords, type LiveSegment } from './live-segment';
import { countMatches } from './number-matches';
import { findKey } from './phrase';
import { computeIdf, type RankingContext } from './ranking-context';
import { findString } from './string-table';

/** The clause of a word as it stands in the index. */
export function createWordClause(
  term: string,
  weight: number,
  context: RankingContext,
): ListClause {
  const lists = context.views.map(({ live }) => findString(live.segment.words.terms, term));
  return createListClause({ kind: 'word', text: term, weight, lists }, context, countLiveWords);
}

/** The clause of a pair of characters. */
export function createBigramClause(
  key: number,
  weight: number,
  context: RankingContext,
): ListClause {
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

/**
 * The clause of words that stand together, or of a document number.
 *
 * @param frequency passages that its idf follows from; default: those that it matches
 */
export function createPhraseClause(
  parts: Pick<PhraseScoreClause, 'text' | 'weight' | 'matches'>,
  { passageCount }: RankingContext,
  frequency: number = countMatches(parts.matches),
): PhraseScoreClause {
  const idf = frequency === 0 ? 0 : computeIdf(passageCount, frequency);
  return { kind: 'phrase', ...parts, frequency, idf, factor: parts.weight * idf };
}

/**
 * Alternatives that mean the same, none of them rarer than the most frequent: a spelling that few passages have (AI) says no more than the word that many have (人工智能), and must not put
 * them first. As Lucene's SynonymQuery, which takes the greatest frequency. An alternative of several clauses is as frequent as the rarest of them, and stays as it is.
 */
export function shareRarity(
  alternatives: readonly (readonly (ListClause | PhraseScoreClause)[])[],
  { settings }: RankingContext,
): readonly (readonly (ListClause | PhraseScoreClause)[])[] {
  const rarest = alternatives.flatMap((parts) => {
    const found = parts.filter(({ kind, frequency }) => kind !== 'bigram' && frequency > 0);
    return found.length === 0 ? [] : [found.reduce((a, b) => (b.idf > a.idf ? b : a))];
  });
  if (rarest.length < 2) return alternatives;
  const { idf, frequency } = rarest.reduce((a, b) => (b.idf < a.idf ? b : a));
  return alternatives.map((parts) => {
    const [only, ...others] = parts;
    if (only === undefined || others.length > 0 || only.idf <= idf) return parts;
    const scale = only.kind === 'phrase' ? 1 : settings.k1 + 1;
    return [{ ...only, idf, frequency, factor: only.weight * idf * scale }];
  });
}

/** The best of alternatives; where only one is left, its parts as they are. */
export function createMaxClauses(
  alternatives: readonly (readonly (ListClause | PhraseScoreClause)[])[],
): readonly ScoreClause[] {
  const ordered = alternatives
    .map((parts) => orderClauses(parts))
    .filter(({ length }) => length > 0);
  if (ordered.length <= 1) return ordered.flat();
  return [{ kind: 'max', alternatives: ordered, factor: Math.max(...ordered.map(sumFactors)) }];
}

/** One clause for each word and pair, with the weights of its occurrences added up, in the order of first sight. */
export function mergeClauses(
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
