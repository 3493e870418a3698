/**
 * What goes into a search index and what comes out of it.
 *
 * @module
 */
import type { DocumentId, PassageId, Region } from '../document';
import type { Span } from '../text';
import type { HighlightOptions, HitHighlight } from './highlight';
import type { FilterField } from './query';
import type { SearchSettingsChange } from './settings';
import type { Synonyms } from './synonyms';

/** A concept's notation on a passage, with its score in [0, 1]. */
export interface PassageTag {
  /** `T1`. */
  readonly code: string;
  /** In [0, 1]. */
  readonly score: number;
}

/** A passage to be indexed; a TaggedPassage is one. */
export interface SearchPassage {
  /** One passage of an index has it. */
  readonly id: PassageId;
  /** As it is read: its pieces joined. */
  readonly text: string;
  /** Where it stands in the source of the document. */
  readonly span: Span;
  /** What of the source its text is, in order. */
  readonly pieces: readonly Span[];
  /** The headings above it, the outermost first. */
  readonly headingPath: readonly string[];
  /** Where these stand in the source. */
  readonly headingSpans: readonly Span[];
  /** The concepts that it is about; none is a valid answer. */
  readonly tags: readonly PassageTag[];
}

/** A document to be indexed; a TaggedDocument is one. */
export interface SearchDocument {
  /** One that is added with the same id takes its place. */
  readonly id: DocumentId;
  /** Ranked as a field of every passage; undefined where unknown. */
  readonly title: string | undefined;
  /** 发文机关; none where unknown. */
  readonly issuer: readonly string[];
  /** 发文字号: `国发〔2021〕29号`. */
  readonly documentNumber: string | undefined;
  /** 文种: 规划, 通知. */
  readonly genre: string | undefined;
  /** 成文日期: `2021-12-27`, `2021-12` or `2021`. */
  readonly issuedOn: string | undefined;
  /** The division that it holds for. */
  readonly region: Region | undefined;
  /** In the order of the text. */
  readonly passages: readonly SearchPassage[];
}

/** A document as the index keeps it. */
export type IndexedDocument = Omit<SearchDocument, 'passages'>;

/** A passage as the index keeps it. */
export type IndexedPassage = SearchPassage;

/** The fields that hits are counted by. */
export type FacetField = 'task' | 'action' | 'region' | 'issuer' | 'genre' | 'year';

/** Years, both ends included; an end that is missing is open. */
export interface YearRange {
  /** First year. */
  readonly from?: number;
  /** Last year. */
  readonly to?: number;
}

/** What hits are restricted to: the values of one field are alternatives, different fields have to hold together. */
export interface SearchFilter {
  /** Codes of tasks: `['T2']`. */
  readonly task?: readonly string[];
  /** Codes of actions: `['A1']`. */
  readonly action?: readonly string[];
  /** Names or GB/T 2260 codes of divisions; what lies in a division belongs to it. */
  readonly region?: readonly string[];
  /** Names of issuers, or parts of names where no document has the name whole; where none has the part, what the table of synonyms has for it. */
  readonly issuer?: readonly string[];
  /** Names of genres. */
  readonly genre?: readonly string[];
  /** Years of issue. */
  readonly year?: readonly (number | YearRange)[];
  /** Ids of documents. */
  readonly document?: readonly string[];
}

/** By what hits are ordered: `relevance`, the place in the index, or the date of issue, the undated last. */
export type SearchSort = 'relevance' | 'position' | 'newest' | 'oldest';

/** Options of `SearchIndex.search`. */
export interface SearchOptions {
  /** What hits are restricted to, beside the filters of the query; default nothing. */
  readonly filter?: SearchFilter;
  /** Fields to count all matches by; default none. */
  readonly facets?: readonly FacetField[];
  /** Most values of a facet. Range 1 to 100,000, default all. */
  readonly facetLimit?: number;
  /** Most hits (groups, with `groupBy`). Range 0 to 1000, default 10. */
  readonly limit?: number;
  /** Hits to pass over. Range 0 to 100,000, default 0. */
  readonly offset?: number;
  /** Default `relevance`. */
  readonly sort?: SearchSort;
  /** Whether hits are gathered by document, the document with the best passage first. */
  readonly groupBy?: 'document';
  /** Most hits of a group. Range 1 to 100, default 3. */
  readonly groupLimit?: number;
  /** Documents and passages, by their ids, that are no hits. */
  readonly exclude?: SearchExclusion;
  /** The table of synonyms that the query is expanded with; `false` for none. Default: the built-in one. */
  readonly synonyms?: Synonyms | false;
  /** Whether every hit says where the words of the query stand. Default false. */
  readonly highlight?: boolean | HighlightOptions;
  /** Whether every hit says how its rawScore comes about. Default false. */
  readonly explain?: boolean;
  /** Whether all matches are counted; without it a query may pass over passages that cannot be among the first. Default true. */
  readonly countTotal?: boolean;
  /** Changes to the settings of ranking, for this search. */
  readonly settings?: SearchSettingsChange;
}

/** What is left out of the hits. */
export interface SearchExclusion {
  /** Ids of documents; those that are not there change nothing. */
  readonly document?: readonly string[];
  /** Ids of passages, likewise. */
  readonly passage?: readonly string[];
}

/** How a number came about: parts that make it up, each a number that came about. */
export interface Explanation {
  /** The number itself. */
  readonly value: number;
  /**
   * How the value follows from the parts, to the last bit: `sum` and `product` from the first part to the last, the greatest
   * (`max`), first / second (`quotient`), first / (second + first) (`saturation`). A `value` has no parts.
   */
  readonly kind: 'sum' | 'product' | 'max' | 'quotient' | 'saturation' | 'value';
  /** What it is, in English. */
  readonly description: string;
  /** In the order in which they are taken. */
  readonly parts: readonly Explanation[];
}

/** A passage that matches. */
export interface Hit {
  /** Share of the rawScore that no passage can exceed for the query, in [0, 1]; what a heading that is the query adds lifts it to 1 at most. */
  readonly score: number;
  /** BM25F over words and pairs of characters, with the bonus for phrases; 0 where the query has no words. */
  readonly rawScore: number;
  /** As it was indexed. */
  readonly passage: IndexedPassage;
  /** The document that the passage is of. */
  readonly document: IndexedDocument;
  /** With `highlight` only. */
  readonly highlight?: HitHighlight;
  /** With `explain` only; its value is the rawScore. */
  readonly explanation?: Explanation;
}

/** Hits of one document. */
export interface HitGroup {
  /** The one that they are of. */
  readonly document: IndexedDocument;
  /** The best first. */
  readonly hits: readonly Hit[];
  /** How many passages of the document match. */
  readonly total: number;
}

/** How many of all matches have a value. */
export interface FacetCount {
  /** `T2`, 浙江省, `2021`. */
  readonly value: string;
  /** Passages that match and have it. */
  readonly count: number;
}

/** What the reader of a result has to know, or it would mislead. */
export type SearchNotice = UnknownValueNotice | LackingNotice | UnknownNumberNotice;

/** No passage of the index has a value that a filter asks for. */
export interface UnknownValueNotice {
  /** A filter that nothing can pass. */
  readonly kind: 'unknown-value';
  /** Which filter. */
  readonly field: FilterField;
  /** As asked for; years as `2050` or `2050..2060`. */
  readonly value: string;
  /** Values that there are, 8 at most: the ones of most passages first; of codes and years 40, in their order, of years the last; none for `doc`. */
  readonly known: readonly string[];
  /** How many more there are. */
  readonly more: number;
}

/** Documents that a filter left out because they have no value in its field, though passages of theirs match all else. */
export interface LackingNotice {
  /** Left out for want of a value. */
  readonly kind: 'lacking';
  /** Which they lack. */
  readonly field: 'region' | 'issuer' | 'genre' | 'year';
  /** The passages that match all else. */
  readonly passages: number;
  /** The documents that these are of. */
  readonly documents: number;
}

/** No document of the index has a number that the query asks for. */
export interface UnknownNumberNotice {
  /** A 发文字号 that no document has. */
  readonly kind: 'unknown-number';
  /** In its normal form: `国发〔2021〕29号`. */
  readonly number: string;
  /** Passages that cite it. */
  readonly citations: number;
  /** Numbers that there are, one or two characters from it, the nearest first. */
  readonly similar: readonly string[];
}

/** What a search found. */
export interface SearchResult {
  /** By score, highest first, or as `sort` says; ties in the order of the index. */
  readonly hits: readonly Hit[];
  /** With `groupBy` only; `hits` then has the same hits in one list. */
  readonly groups?: readonly HitGroup[];
  /** How many passages match; undefined where `countTotal` is off and nothing else needed it. */
  readonly total: number | undefined;
  /** By count, highest first, ties by value. */
  readonly facets: Readonly<Partial<Record<FacetField, readonly FacetCount[]>>>;
  /** How many values each facet has, those beyond `facetLimit` too. */
  readonly facetTotals: Readonly<Partial<Record<FacetField, number>>>;
  /** Values and numbers that the index does not have, in the order asked for; then what filters left out for lack of a value, unless `countTotal` is off. */
  readonly notices: readonly SearchNotice[];
}
