/**
 * The PolicyDocument model: what `parseDocument` returns. Names follow GB/T 9704-2012.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import type { Span } from '../text';

/** Identifies a document within a collection; given by the caller. */
export type DocumentId = string & { readonly __documentId?: never };

/** Identifies a passage: the document's id, `#p`, and the passage's 1-based number: `gw-001#p12`. */
export type PassageId = string & { readonly __passageId?: never };

/** 文种: the genres that a policy document's title ends in. */
export type Genre =
  | '决议'
  | '决定'
  | '命令'
  | '公报'
  | '公告'
  | '通告'
  | '意见'
  | '通知'
  | '通报'
  | '报告'
  | '请示'
  | '批复'
  | '议案'
  | '函'
  | '纪要'
  | '法'
  | '条例'
  | '规定'
  | '办法'
  | '细则'
  | '规则'
  | '规章'
  | '章程'
  | '规划'
  | '纲要'
  | '计划'
  | '方案'
  | '要点'
  | '措施'
  | '指南'
  | '指引'
  | '标准'
  | '规范'
  | '目录'
  | '清单'
  | '工作报告'
  | '讲话'
  | '倡议'
  | '解读'
  | '答复';

/**
 * The kinds of sections.
 *
 * - `part` 编 (篇, 部分), `chapter` 章, `section` 节, `article` 条
 * - `paragraph` 款 where it is numbered (第二款); an article's paragraph without a number is a passage of the article
 * - `item` 项: what is numbered within an article, （一） and 1. below it
 * - `level` 一、（一）1.（1）① elsewhere, `heading` a heading without a number
 * - `box` 专栏, `attachment` 附件, `document` a document inside its covering notice
 */
export type SectionKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'item'
  | 'level'
  | 'heading'
  | 'box'
  | 'attachment'
  | 'document';

/** A heading and what stands under it. Immutable; spans count UTF-16 code units of the source. */
export interface Section {
  /** `chapter` for 第一章, `level` for 一、. */
  readonly kind: SectionKind;
  /** The numbering as written, `（三）`; empty for a heading without a number. */
  readonly marker: string;
  /** The number that the marker says, 1-based; undefined where it says none. */
  readonly ordinal: number | undefined;
  /** Depth in the tree: 1 stands directly under the document. */
  readonly level: number;
  /** The words of the heading, wraps joined, without marker and closing 。; empty for a numbered paragraph without a heading. */
  readonly heading: string;
  /** Marker and heading on one line as written, as in heading paths: `（三）培育数据要素市场`. */
  readonly label: string;
  /** Where marker and heading stand. */
  readonly headingSpan: Span;
  /** From the start of the heading to the end of the last thing under it. */
  readonly span: Span;
  /** In reading order; empty where only passages stand under it. */
  readonly children: readonly Section[];
}

/** One paragraph, or a part of a long one cut at sentence ends: the unit that is tagged, searched and aligned. */
export interface Passage {
  /** `gw-001#p12`. */
  readonly id: PassageId;
  /** Smallest stretch of the source that holds the passage; passages are ordered and disjoint. */
  readonly span: Span;
  /**
   * The pieces of the source that the reading text is made of, in order: one for an ordinary paragraph, several where line
   * wraps, page numbers or noise stood in between.
   */
  readonly pieces: readonly Span[];
  /** The reading text: the pieces joined, otherwise as written. */
  readonly text: string;
  /** Headings above the passage as written (`一、总体要求`), outermost first. */
  readonly headingPath: readonly string[];
  /** Where the headings of `headingPath` stand, in the same order. */
  readonly headingSpans: readonly Span[];
  /** The kinds of the sections above, in the same order. */
  readonly headingKinds: readonly SectionKind[];
}

/** 行政区划: the division a document comes from. */
export interface Region {
  /** Code of GB/T 2260, six digits; `100000` for the whole country. */
  readonly code: string;
  /** Full name with the province in front: `浙江省杭州市`. */
  readonly name: string;
  /** `county` for 县, 区 and 县级市. */
  readonly level: 'country' | 'province' | 'prefecture' | 'county';
}

/** A parsed policy document. Frozen; every span points into `source`. */
export interface PolicyDocument {
  /** As the caller gave it. */
  readonly id: DocumentId;
  /** The decoded text of the file, untouched. */
  readonly source: string;
  /** Title, wraps joined; undefined where the text shows none and the caller gave none. */
  readonly title: string | undefined;
  /** Where the title stands; undefined where the caller gave it or there is none. */
  readonly titleSpan: Span | undefined;
  /** 发文机关: one, or several for a joint document, in the order given; empty where unknown. */
  readonly issuer: readonly string[];
  /** 发文字号 in its normal form: `国发〔2021〕29号`. */
  readonly documentNumber: string | undefined;
  /** 文种, 规划 or 通知 say; undefined where nothing tells it. */
  readonly genre: Genre | undefined;
  /** 成文日期 as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly issuedOn: string | undefined;
  /** Undefined where nothing tells it. */
  readonly region: Region | undefined;
  /** The section tree, in reading order. */
  readonly sections: readonly Section[];
  /** All passages in reading order. */
  readonly passages: readonly Passage[];
  /** What was left out, inferred or not found, in the order of the passes. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of a document beside its text. Values are as written; dates in any form that documents use. */
export interface DocumentFacts {
  /** Taken where neither the text nor its front matter shows one. */
  readonly title?: string | undefined;
  /** 发文机关 */
  readonly issuer?: string | undefined;
  /** 发文字号 */
  readonly documentNumber?: string | undefined;
  /** 成文日期 */
  readonly issuedOn?: string | undefined;
  /** 发布日期, which stands in for the date of issue where there is none. */
  readonly publishedOn?: string | undefined;
}
