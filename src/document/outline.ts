/**
 * Outline: the section tree and the passages under it, built in one pass over the blocks.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import { joinSpans, type Span } from '../text';
import { type Block, getBlockSpan, sliceBlock } from './blocks';
import type { Frame, Title } from './frame';
import { type BlockDecision, decideBlock, isNamedHeading } from './headings';
import type { Marker, MarkerStyle } from './markers';
import type { Passage, Section, SectionKind } from './model';
import { createPassage, cutLongBlock, type HeadingPath, type PassageContext } from './passages';

/** The tree, the passages, and what was doubtful about them. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A section while it is being filled. Spans are in the source. */
interface OpenSection {
  readonly kind: SectionKind;
  readonly style: MarkerStyle | undefined;
  readonly rank: number;
  readonly marker: string;
  readonly ordinal: number | undefined;
  heading: string;
  /** Marker and heading as written. */
  label: string;
  headingSpan: Span;
  readonly headingMark: number;
  end: number;
  readonly children: OpenSection[];
  /** Last ordinal per style among its children. */
  readonly lastOrdinals: Map<MarkerStyle, number>;
}

/** Ranks of sections without a marker. Smaller ranks contain larger ones; markers have 5 to 88. */
const DOCUMENT_RANK = 0;
const MARKED_RANK = 6;
const TOP_HEADING_RANK = 45;
/** How much deeper than what it stands under: a box, a heading within numbered text. */
const BOX_STEP = 0.5;
const LEAF_STEP = 0.25;

/** The outline of a text's blocks. Linear. */
export function buildOutline(
  blocks: readonly Block[],
  frame: Frame,
  context: PassageContext,
): Outline {
  const builder = new OutlineBuilder(blocks, frame, context);
  return builder.build();
}

class OutlineBuilder {
  readonly #blocks: readonly Block[];
  readonly #frame: Frame;
  readonly #context: PassageContext;
  readonly #roots: OpenSection[] = [];
  readonly #stack: OpenSection[] = [];
  readonly #passages: Passage[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  /** Last ordinal per style anywhere, for numbering that runs on through the sections. */
  readonly #running = new Map<MarkerStyle, number>();
  #path: HeadingPath | undefined;

  constructor(blocks: readonly Block[], frame: Frame, context: PassageContext) {
    this.#blocks = blocks;
    this.#frame = frame;
    this.#context = context;
  }

  build(): Outline {
    const innerTitles = new Map(this.#frame.innerTitles.map((title) => [title.from, title]));
    for (let i = 0; i < this.#blocks.length; i += 1) {
      const title = innerTitles.get(i);
      if (title !== undefined) this.#openDocument(title);
      if (this.#frame.roles[i] === undefined) i = this.#addBlock(i);
    }
    return {
      sections: Object.freeze(this.#roots.map((root) => freezeSection(root, 1))),
      passages: Object.freeze(this.#passages),
      diagnostics: this.#diagnostics,
    };
  }

  /** Adds the block at `index`, or the table that begins there; the index of the last block used. */
  #addBlock(index: number): number {
    const block = this.#blocks[index];
    if (block === undefined) return index;
    const tableEnd = this.#findTableEnd(index);
    if (tableEnd > index + 2) {
      this.#addTable(index, tableEnd);
      return tableEnd - 1;
    }
    const decision = decideBlock(
      block,
      this.#bodyBlock(index - 1),
      this.#bodyBlock(index + 1),
      this.#isIn('article'),
    );
    if (decision.kind === 'paragraph' || this.#isStrayNumber(block)) this.#addParagraph(block);
    else this.#addHeading(block, decision, index);
    return this.#takeAttachmentTitle(index);
  }

  /** A number out of sequence in a style that figures and tables also have: more likely one of those than numbering. */
  #isStrayNumber({ text, marker }: Block): boolean {
    if (marker?.ordinal === undefined || !WEAK_STYLES.has(marker.style) || marker.ordinal === 1)
      return false;
    if (/[。;]/.test(text) && marker.style !== 'decimal-2') return false;
    return !this.#fitsSequence(marker);
  }

  #addHeading(
    block: Block,
    decision: Exclude<BlockDecision, { kind: 'paragraph' }>,
    index: number,
  ): void {
    const { marker } = decision;
    const heading = sliceBlock(block, 0, trimHeadingEnd(block.text, decision.headingEnd)) ?? block;
    if (marker === undefined) this.#open(this.#createUnmarked(heading, index));
    else {
      this.#leaveBox(marker);
      this.#checkSequence(marker, heading);
      this.#open(this.#createMarked(heading, marker));
    }
    if (decision.kind === 'heading' && decision.doubtful) {
      this.#report(
        'heading-doubtful',
        'info',
        heading,
        'a long numbered line without a full stop was taken for a heading',
      );
    }
    if (decision.kind === 'run-in') {
      const body = sliceBlock(block, decision.bodyStart);
      if (body !== undefined) this.#addParagraph(body);
    }
  }

  #createMarked(heading: Block, marker: Marker): OpenSection {
    const words = sliceBlock(heading, marker.skip);
    return {
      kind: this.#isIn('article') && marker.kind === 'level' ? 'item' : marker.kind,
      style: marker.style,
      rank: this.#rankMarker(marker),
      marker: this.#read(sliceBlock(heading, 0, marker.length)),
      ordinal: marker.ordinal,
      heading: this.#read(words),
      label: this.#read(heading),
      headingSpan: this.#toSource(heading),
      headingMark: heading.first.headingMark,
      end: 0,
      children: [],
      lastOrdinals: new Map(),
    };
  }

  /** Marker ranks, but for boxes, which stand under whatever is open, and for what is numbered within them. */
  #rankMarker(marker: Marker): number {
    const box = this.#stack.find((section) => section.kind === 'box');
    if (marker.kind === 'box')
      return box?.rank ?? (this.#stack.at(-1)?.rank ?? DOCUMENT_RANK) + BOX_STEP;
    return box === undefined ? marker.rank : box.rank + marker.rank / 1000;
  }

  #createUnmarked(heading: Block, index: number): OpenSection {
    return {
      kind: 'heading',
      style: undefined,
      rank: this.#rankUnmarked(heading, index),
      marker: '',
      ordinal: undefined,
      heading: this.#read(heading),
      label: this.#read(heading),
      headingSpan: this.#toSource(heading),
      headingMark: heading.first.headingMark,
      end: 0,
      children: [],
      lastOrdinals: new Map(),
    };
  }

  /**
   * The rank of a heading without a number: by its Markdown level; else by the numbered heading that follows: above 一、 or 第一章 where
   * that begins anew, above （一） or 1. likewise; else just below what is open.
   */
  #rankUnmarked(heading: Block, index: number): number {
    const mark = heading.first.headingMark;
    if (mark > 0) {
      const above = this.#stack.findLast(
        (section) => section.headingMark > 0 && section.headingMark < mark,
      );
      return above === undefined ? MARKED_RANK + mark / 10 : above.rank + LEAF_STEP / 2;
    }
    const next = this.#nextMarker(index + 1);
    if (isNamedHeading(heading.text)) return this.#rankNamed(next);
    if (next === undefined)
      return this.#stack.some((section) => section.style !== undefined)
        ? this.#leafRank()
        : TOP_HEADING_RANK;
    if (next.ordinal !== 1)
      return next.style === 'han' && !this.#stack.some((section) => section.style === 'han')
        ? TOP_HEADING_RANK
        : this.#leafRank();
    return Math.min(TOP_HEADING_RANK, next.rank - BOX_STEP) === TOP_HEADING_RANK &&
      next.style !== 'han'
      ? Math.max(next.rank - BOX_STEP, TOP_HEADING_RANK)
      : Math.min(TOP_HEADING_RANK, next.rank - BOX_STEP);
  }

  /** 前言, 注释: beside the outermost numbered headings, whatever number follows. */
  #rankNamed(next: Marker | undefined): number {
    const outermost = this.#stack.find(
      (section) => section.style !== undefined && section.kind !== 'attachment',
    );
    return outermost?.rank ?? next?.rank ?? TOP_HEADING_RANK;
  }

  #leafRank(): number {
    const numbered = this.#stack.findLast((section) => section.style !== undefined);
    return (numbered?.rank ?? TOP_HEADING_RANK) + LEAF_STEP;
  }

  #nextMarker(from: number): Marker | undefined {
    for (let i = from; i < Math.min(this.#blocks.length, from + MARKER_REACH); i += 1) {
      const marker = this.#blocks[i]?.marker;
      if (marker !== undefined && this.#frame.roles[i] === undefined && marker.kind !== 'box')
        return marker;
    }
    return undefined;
  }

  /** A box ends where the numbering around it goes on. Without such a sign what follows stays in it. */
  #leaveBox(marker: Marker): void {
    const at = this.#stack.findIndex((section) => section.kind === 'box');
    if (at === -1) return;
    const inside = this.#stack
      .slice(at)
      .findLast((section) => section.lastOrdinals.has(marker.style))
      ?.lastOrdinals.get(marker.style);
    const before = (marker.ordinal ?? 1) - 1;
    const goesOn = before > 0 && this.#running.get(marker.style) === before && inside !== before;
    const higher = marker.kind !== 'level' || marker.style === 'han';
    const restarts =
      marker.style === 'paren-han' &&
      inside === undefined &&
      this.#stack.slice(0, at).every((section) => section.style !== 'paren-han');
    if (goesOn || (higher && marker.kind !== 'box') || restarts) this.#stack.length = at;
  }

  /** The numbering that `marker` would go on with: its parent's, or the text's where it is a root. */
  #ordinalsAround(marker: Marker): Map<MarkerStyle, number> {
    const rank = this.#rankMarker(marker);
    return (
      this.#stack.findLast((section) => section.rank < rank)?.lastOrdinals ?? this.#rootOrdinals
    );
  }

  #fitsSequence(marker: Marker): boolean {
    const { style, ordinal } = marker;
    if (ordinal === undefined || ordinal === 1) return true;
    return (
      ordinal - 1 === this.#ordinalsAround(marker).get(style) ||
      ordinal - 1 === this.#running.get(style)
    );
  }

  #checkSequence(marker: Marker, heading: Block): void {
    if (marker.ordinal === undefined) return;
    const ordinals = this.#ordinalsAround(marker);
    if (!this.#fitsSequence(marker)) {
      const last = String(ordinals.get(marker.style) ?? 0);
      this.#report(
        'heading-sequence-gap',
        'warning',
        heading,
        `numbering jumps from ${last} to ${String(marker.ordinal)}`,
      );
    }
    if (!this.#isIn('box')) this.#running.set(marker.style, marker.ordinal);
    ordinals.set(marker.style, marker.ordinal);
  }

  readonly #rootOrdinals = new Map<MarkerStyle, number>();

  #openDocument(title: Title): void {
    const blocks = this.#blocks.slice(title.from, title.to);
    const first = blocks[0];
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return;
    const span = this.#context.normalized.spanToSource({
      start: getBlockSpan(first).start,
      end: getBlockSpan(last).end,
    });
    this.#running.clear();
    this.#rootOrdinals.clear();
    this.#open({
      kind: 'document',
      style: undefined,
      rank: DOCUMENT_RANK,
      marker: '',
      ordinal: undefined,
      heading: this.#readAll(blocks),
      label: this.#readAll(blocks),
      headingSpan: span,
      headingMark: 0,
      end: 0,
      children: [],
      lastOrdinals: new Map(),
    });
  }

  /** 附件1 alone on its line takes the short line after it for its title. */
  #takeAttachmentTitle(index: number): number {
    const section = this.#stack.at(-1);
    const block = this.#blocks[index];
    if (
      section?.kind !== 'attachment' ||
      section.heading !== '' ||
      block?.marker?.style !== 'attachment'
    )
      return index;
    let last = index;
    const parts: Block[] = [];
    while (last - index < 3 && this.#isTitleLine(last + 1)) {
      last += 1;
      const part = this.#blocks[last];
      if (part !== undefined) parts.push(part);
      if (/(?:表|单|书|案|则|法|南|明|划|释|准|求|式|录|点|标)$/.test(part?.text ?? '')) break;
    }
    const end = parts.at(-1);
    if (end === undefined) return index;
    section.heading = this.#readAll(parts);
    section.label = `${section.label} ${section.heading}`;
    section.headingSpan = { start: section.headingSpan.start, end: this.#toSource(end).end };
    this.#path = undefined;
    this.#running.clear();
    return last;
  }

  #isTitleLine(index: number): boolean {
    const block = this.#blocks[index];
    if (block === undefined || this.#frame.roles[index] !== undefined) return false;
    return (
      block.marker === undefined &&
      block.text.length <= 60 &&
      !/[。;:!?,|\t]/.test(block.text) &&
      /[\u4e00-\u9fff]{2}/.test(block.text)
    );
  }

  #open(section: OpenSection): void {
    while ((this.#stack.at(-1)?.rank ?? -1) >= section.rank) this.#stack.pop();
    (this.#stack.at(-1)?.children ?? this.#roots).push(section);
    this.#stack.push(section);
    this.#path = undefined;
    this.#extend(section.headingSpan.end);
  }

  #extend(end: number): void {
    for (const section of this.#stack) section.end = Math.max(section.end, end);
  }

  #addParagraph(block: Block): void {
    for (const part of cutLongBlock(block)) {
      const passage = createPassage(
        part,
        this.#passages.length + 1,
        this.#currentPath(),
        this.#context,
      );
      this.#passages.push(passage);
      this.#extend(passage.span.end);
    }
  }

  /** The end of the run of cells at `index` that stand one a line with nothing left out in between. */
  #findTableEnd(index: number): number {
    let end = index;
    while (this.#isCell(end) && (end === index || this.#isAdjacent(end))) end += 1;
    return end;
  }

  #isCell(index: number): boolean {
    const block = this.#blocks[index];
    if (block === undefined || this.#frame.roles[index] !== undefined) return false;
    const { text, marker, first } = block;
    if (COLUMNS.test(text)) return true;
    if (marker !== undefined || first.headingMark > 0 || first.bold || first.text.startsWith('|'))
      return false;
    return text.length <= MAX_CELL && !/[。;:!?,\t]/.test(text);
  }

  #isAdjacent(index: number): boolean {
    const above = this.#blocks[index - 1];
    const block = this.#blocks[index];
    if (above === undefined || block === undefined) return false;
    const gap = this.#context.normalized.text.slice(
      getBlockSpan(above).end,
      getBlockSpan(block).start,
    );
    return gap.trim() === '';
  }

  /** Cells one a line are one passage a table, cut where it grows long. */
  #addTable(from: number, to: number): void {
    let start = from;
    for (let i = from + 1; i <= to; i += 1) {
      const span = this.#spanCells(start, i + 1);
      if (i < to && span.end - span.start <= MAX_TABLE) continue;
      this.#addCells(start, i);
      start = i;
    }
  }

  #addCells(from: number, to: number): void {
    const first = this.#blocks[from];
    if (first === undefined || to <= from) return;
    const span = this.#spanCells(from, to);
    const text = this.#context.normalized.text.slice(span.start, span.end);
    this.#addParagraph({ ...first, text, pieces: [span], offsets: [0], marker: undefined });
  }

  #spanCells(from: number, to: number): Span {
    const first = this.#blocks[from];
    const last = this.#blocks[Math.min(to, this.#blocks.length) - 1];
    if (first === undefined || last === undefined) return { start: 0, end: 0 };
    return { start: getBlockSpan(first).start, end: getBlockSpan(last).end };
  }

  #bodyBlock(index: number): Block | undefined {
    return this.#frame.roles[index] === undefined ? this.#blocks[index] : undefined;
  }

  #isIn(kind: SectionKind): boolean {
    return this.#stack.some((section) => section.kind === kind);
  }

  #currentPath(): HeadingPath {
    this.#path ??= Object.freeze({
      texts: Object.freeze(this.#stack.map((section) => section.label)),
      spans: Object.freeze(this.#stack.map((section) => Object.freeze(section.headingSpan))),
      kinds: Object.freeze(this.#stack.map((section) => section.kind)),
    });
    return this.#path;
  }

  #toSource(block: Block): Span {
    return this.#context.normalized.spanToSource(getBlockSpan(block));
  }

  /** The words of a block as the source has them, runs of white space as one space. */
  #read(block: Block | undefined): string {
    if (block === undefined) return '';
    const pieces = block.pieces.map((piece) => this.#context.normalized.spanToSource(piece));
    return joinSpans(this.#context.source, pieces).text.replace(/\s+/g, ' ').trim();
  }

  #readAll(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#read(block)).join('');
  }

  #report(ruleId: string, severity: Diagnostic['severity'], block: Block, message: string): void {
    this.#diagnostics.push(
      Object.freeze({ ruleId, severity, span: Object.freeze(this.#toSource(block)), message }),
    );
  }
}

/** Styles in which figures, dates and table cells can look like numbering. */
const WEAK_STYLES: ReadonlySet<MarkerStyle> = new Set([
  'arabic',
  'decimal-2',
  'decimal-3',
  'decimal-4',
  'half-paren-arabic',
  'latin',
]);
/** How many blocks ahead a marker may stand to say how deep a heading without one is. */
const MARKER_REACH = 40;
const MAX_CELL = 24;
/** Cells set apart by runs of spaces: `网民数量（亿）   8.5   11.9`. */
const COLUMNS = /\S {3,}\S.* {3,}\S/;
/** Longest passage made of table cells, in UTF-16 code units. */
const MAX_TABLE = 600;

function trimHeadingEnd(text: string, end: number): number {
  return /[。:]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

function freezeSection(section: OpenSection, level: number): Section {
  const { kind, marker, ordinal, heading, label, headingSpan, end, children } = section;
  return Object.freeze({
    kind,
    marker,
    ordinal,
    level,
    heading,
    label,
    headingSpan: Object.freeze(headingSpan),
    span: Object.freeze({ start: headingSpan.start, end }),
    children: Object.freeze(children.map((child) => freezeSection(child, level + 1))),
  });
}
