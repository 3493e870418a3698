/**
 * The parts of a parsed query.
 *
 * @module
 */
import type { Span } from '../../text';

/** The fields that a query can filter by. */
export type FilterField = 'task' | 'action' | 'region' | 'issuer' | 'genre' | 'year' | 'doc';

/** A parsed query. Frozen. */
export interface Query {
  /** The query as typed; every `span` below points into it. */
  readonly text: string;
  /** In the order typed; none of an empty query. */
  readonly clauses: readonly QueryClause[];
}

/** One part of a query. Every `text` is folded: half-width, simplified, lower case. */
export type QueryClause =
  | WordsClause
  | PhraseClause
  | NumberClause
  | AnyClause
  | ExcludeClause
  | FilterClause;

/**
 * A run of text without white space. What it is cut into is wanted, none of it required, so that neither a missing space nor
 * a word that no passage has can empty the result.
 */
export interface WordsClause {
  /** Wanted, not required. */
  readonly kind: 'words';
  /** The run, folded. */
  readonly text: string;
  /** Parts that stand in 《》, in quotes inside other words (落实“放管服”改革), or are a document number: better where they stand together, required nowhere. */
  readonly phrases: readonly string[];
  /** The run as typed. */
  readonly span: Span;
}

/** "…", “…” or 「…」 standing alone: a passage has to hold these words in this order. */
export interface PhraseClause {
  /** Required as it stands. */
  readonly kind: 'phrase';
  /** What the quotes hold, folded. */
  readonly text: string;
  /** With its quotes, where it has any. */
  readonly span: Span;
}

/**
 * A document number 发文字号 standing alone, perhaps with words before it: the documents that have it, then the passages that cite it. Required where
 * the query has no words and no phrases, unless it leads nowhere and words before it look for more; beside these, passages that it leads to come first.
 */
export interface NumberClause {
  /** A 发文字号. */
  readonly kind: 'number';
  /** In its normal form, whatever brackets and white space it was typed with: `国发〔2021〕29号`, `国务院令第745号`. */
  readonly number: string;
  /** As typed. */
  readonly span: Span;
}

/** What can stand beside OR. */
export type Operand = WordsClause | PhraseClause | NumberClause | FilterClause;

/** `a OR b`: where none is of words, one has to hold; of words, the best counts. */
export interface AnyClause {
  /** Operands with OR between them. */
  readonly kind: 'any';
  /** At least two. */
  readonly operands: readonly Operand[];
  /** From the first operand to the last. */
  readonly span: Span;
}

/** `-金融`, `-"数字金融"`, `-task:T2`: must not hold. Words without quotes are a phrase too: -数字金融 leaves other finance in. */
export interface ExcludeClause {
  /** Must not hold. */
  readonly kind: 'exclude';
  /** What must not. */
  readonly operand: Exclude<Operand, WordsClause>;
  /** With the minus or NOT. */
  readonly span: Span;
}

/** `field:value`. The values of one clause, and clauses of one field, are alternatives; different fields have to hold together. */
export type FilterClause = ValueFilterClause | YearFilterClause;

/** `region:浙江`, `task:T2,T3`, `issuer:"国家发展改革委"`. */
export interface ValueFilterClause {
  /** A filter by names or codes. */
  readonly kind: 'filter';
  /** Any but `year`. */
  readonly field: Exclude<FilterField, 'year'>;
  /** At least one; half-width and simplified, in the case typed; a `doc` as typed. */
  readonly values: readonly string[];
  /** Field and values. */
  readonly span: Span;
}

/** `year:2021`, `year:2021..2023`, `year:2021..`, `year:..2023`, `year:2019,2021`. */
export interface YearFilterClause {
  /** A filter by years of issue. */
  readonly kind: 'filter';
  /** Tells it from other filters. */
  readonly field: 'year';
  /** At least one. */
  readonly ranges: readonly YearRange[];
  /** Field and years. */
  readonly span: Span;
}

/** Years, both ends included; an end that is missing is open. At least one is there. */
export interface YearRange {
  /** First year. */
  readonly from?: number;
  /** Last year. */
  readonly to?: number;
}
