/**
 * Did-you-mean: what a query may have meant whose words no passage has.
 *
 * @module
 */
import type { Segmenter } from '../../segment';
import type { Span } from '../../text';
import type { FilterSources } from '../filters';
import {
  listOperands,
  type Operand,
  type PhraseClause,
  type Query,
  type WordsClause,
} from '../query';
import type { Vocabulary } from '../vocabulary';
import { correctFilter } from './correct-filter';
import { findHanCorrections } from './correct-han';
import { findLatinCorrections } from './correct-latin';
import type { Pinyin } from './pinyin';

/** A part of a query that no passage has, and what may have been meant. */
export interface Correction {
  /** What stands in the clause, folded. */
  readonly from: string;
  /** A word of the index. */
  readonly to: string;
  /** Passages that hold `to`. */
  readonly count: number;
}

/** What a query may have meant. */
export interface CorrectedQuery {
  /** The query with its clauses corrected; what needed no correction stands as typed. */
  readonly text: string;
  /** In the order of the query. */
  readonly corrections: readonly Correction[];
}

/** What corrections are found with. */
export interface CorrectionParts extends FilterSources {
  readonly vocabulary: Vocabulary;
  readonly segmenter: Segmenter;
  /** Readings, from `loadPinyin`: with them, words that sound alike are found too. */
  readonly pinyin: Pinyin | undefined;
}

/** A correction of a stretch of a clause's text. */
export interface PlacedCorrection extends Correction, Span {}

/**
 * What a query may have meant; undefined where all its words occur, or nothing is near. A Latin word of at least three letters is
 * replaced by the Chinese word that it is the pinyin of, else by one that is an edit away, of six letters or more two (optimal string alignment). Chinese characters are replaced by a
 * word of the index that differs in one character, which was replaced, left out or swapped with its neighbour, where the characters around do
 * not make a word of the index with it, or that sounds alike. Only what occurs in no passage and is no word of the table of synonyms is
 * replaced, by words of at least two passages: fewest edits first, then what sounds alike, the longest, the most frequent. A value of a filter
 * that no passage has is replaced by the nearest of its field. O(terms × length of the query).
 */
export function correctQuery(query: Query, parts: CorrectionParts): CorrectedQuery | undefined {
  const corrections: Correction[] = [];
  let text = '';
  let reached = 0;
  for (const operand of listOperands(query.clauses)) {
    const corrected = correctOperand(operand, parts);
    if (corrected === undefined) continue;
    const { start, end } = operand.span;
    text += query.text.slice(reached, start) + corrected.text;
    reached = end;
    corrections.push(...corrected.corrections);
  }
  if (corrections.length === 0) return undefined;
  text += query.text.slice(reached);
  return Object.freeze({ text, corrections: Object.freeze(corrections) });
}

function correctOperand(operand: Operand, parts: CorrectionParts): CorrectedQuery | undefined {
  switch (operand.kind) {
    case 'number':
      return undefined;
    case 'filter':
      return correctFilter(operand, parts);
    case 'words':
    case 'phrase':
      return correctWords(operand, parts);
  }
}

function correctWords(
  clause: WordsClause | PhraseClause,
  parts: CorrectionParts,
): CorrectedQuery | undefined {
  const found = correctText(clause.text, parts);
  if (found.length === 0) return undefined;
  const corrections = found.map(({ from, to, count }) => Object.freeze({ from, to, count }));
  return { text: writeClause(clause, found), corrections };
}

function correctText(text: string, parts: CorrectionParts): readonly PlacedCorrection[] {
  return [...findLatinCorrections(text, parts), ...findHanCorrections(text, parts)].sort(
    (a, b) => a.start - b.start,
  );
}

function writeClause(
  { kind, text }: WordsClause | PhraseClause,
  corrections: readonly PlacedCorrection[],
): string {
  let written = '';
  let reached = 0;
  for (const { start, end, to } of corrections) {
    written += text.slice(reached, start) + to;
    reached = end;
  }
  written += text.slice(reached);
  return kind === 'phrase' ? `"${written}"` : written;
}
