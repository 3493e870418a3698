/**
 * Outline: the section tree and the passages under it, built in one pass over the blocks.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import { joinSpans, type Span } from '../text';
import { type Block, getBlockSpan, sliceBlock } from './blocks';
import type { Frame } from './frame';
import { type BlockDecision, decideBlock } from './headings';
import type { Marker } from './markers';
import type { Passage, Section, SectionKind } from './model';
import { Numbering } from './numbering';
import { freezeSection, type OpenSection } from './open-section';
import { createPassage, cutLongBlock, type HeadingPath, type PassageContext } from './passages';
import { DOCUMENT_RANK, rankMarker, rankUnmarked } from './section-ranks';
import { findTableEnd, joinCells } from './tables';
import type { Title } from './title';

/** The tree, the passages, and what was doubtful about them. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The outline of a text's blocks. Linear. */
export function buildOutline(
  blocks: readonly Block[],
  frame: Frame,
  context: PassageContext,
): Outline {
  return new OutlineBuilder(blocks, frame, context).build();
}

type HeadingDecision = Exclude<BlockDecision, { kind: 'paragraph' }>;

class OutlineBuilder {
  readonly #blocks: readonly Block[];
  readonly #frame: Frame;
  readonly #context: PassageContext;
  readonly #roots: OpenSection[] = [];
  readonly #stack: OpenSection[] = [];
  readonly #passages: Passage[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #numbering = new Numbering();
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
    const table = {
      blocks: this.#blocks,
      frame: this.#frame,
      normalized: this.#context.normalized,
    };
    const tableEnd = findTableEnd(index, table);
    if (tableEnd > index) {
      for (const cells of joinCells(index, tableEnd, table)) this.#addParagraph(cells);
      return tableEnd - 1;
    }
    const decision = this.#decide(block, index);
    if (decision.kind === 'paragraph') this.#addParagraph(block);
    else this.#addHeading(block, decision, index);
    return this.#takeAttachmentTitle(index);
  }

  #decide(block: Block, index: number): BlockDecision {
    const { marker, text } = block;
    if (marker !== undefined && this.#numbering.isStray(marker, text, this.#stack))
      return { kind: 'paragraph' };
    const [above, below] = [this.#bodyBlock(index - 1), this.#bodyBlock(index + 1)];
    return decideBlock(block, above, below, this.#isIn('article'));
  }

  #addHeading(block: Block, decision: HeadingDecision, index: number): void {
    const { marker } = decision;
    const end = trimHeadingEnd(block.text, decision.headingEnd, marker);
    const heading = sliceBlock(block, 0, end) ?? block;
    this.#open(
      marker === undefined
        ? this.#createUnmarked(heading, index)
        : this.#createMarked(heading, marker),
    );
    if (decision.kind === 'heading') {
      if (decision.doubtful) this.#report('heading-doubtful', 'info', heading, DOUBTFUL);
      return;
    }
    const body = sliceBlock(block, decision.bodyStart);
    if (body !== undefined) this.#addParagraph(body);
  }

  #createMarked(heading: Block, marker: Marker): OpenSection {
    this.#leaveBox(marker);
    this.#checkSequence(marker, heading);
    return {
      kind: this.#isIn('article') && marker.kind === 'level' ? 'item' : marker.kind,
      style: marker.style,
      rank: rankMarker(marker, this.#stack),
      marker: this.#read(sliceBlock(heading, 0, marker.length)),
      ordinal: marker.ordinal,
      heading: this.#read(sliceBlock(heading, marker.skip)),
      ...this.#createShell(heading),
    };
  }

  #createUnmarked(heading: Block, index: number): OpenSection {
    const { text, first } = heading;
    const next = this.#nextMarker(index + 1);
    return {
      kind: 'heading',
      style: undefined,
      rank: rankUnmarked({ text, headingMark: first.headingMark, next }, this.#stack),
      marker: '',
      ordinal: undefined,
      heading: this.#read(heading),
      ...this.#createShell(heading),
    };
  }

  #createShell(
    heading: Block,
  ): Pick<
    OpenSection,
    'label' | 'headingSpan' | 'headingMark' | 'end' | 'children' | 'lastOrdinals'
  > {
    return {
      label: this.#read(heading),
      headingSpan: this.#toSource(heading),
      headingMark: heading.first.headingMark,
      end: 0,
      children: [],
      lastOrdinals: new Map(),
    };
  }

  #openDocument(title: Title): void {
    const blocks = this.#blocks.slice(title.from, title.to);
    const first = blocks[0];
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return;
    this.#numbering.restart();
    const name = this.#readAll(blocks);
    this.#open({
      kind: 'document',
      style: undefined,
      rank: DOCUMENT_RANK,
      marker: '',
      ordinal: undefined,
      heading: name,
      ...this.#createShell(first),
      label: name,
      headingSpan: { start: this.#toSource(first).start, end: this.#toSource(last).end },
    });
  }

  /** 附件1 alone on its line takes the short lines after it for its title; the index of the last block used. */
  #takeAttachmentTitle(index: number): number {
    const section = this.#stack.at(-1);
    const block = this.#blocks[index];
    if (section?.kind !== 'attachment' || section.heading !== '') return index;
    if (block?.marker?.style !== 'attachment') return index;
    const last = this.#findTitleEnd(index);
    const parts = this.#blocks.slice(index + 1, last + 1);
    const end = parts.at(-1);
    if (end === undefined) return index;
    section.heading = this.#readAll(parts);
    section.label = `${section.label} ${section.heading}`;
    section.headingSpan = { start: section.headingSpan.start, end: this.#toSource(end).end };
    this.#extend(section.headingSpan.end);
    this.#path = undefined;
    this.#numbering.restartRunning();
    return last;
  }

  #findTitleEnd(index: number): number {
    let last = index;
    while (last - index < MAX_TITLE_LINES && this.#isTitleLine(last + 1)) {
      last += 1;
      if (TITLE_END.test(this.#blocks[last]?.text ?? '')) break;
    }
    return last;
  }

  #isTitleLine(index: number): boolean {
    const block = this.#bodyBlock(index);
    if (block?.marker !== undefined || block === undefined || block.text.length > 60) return false;
    return !/[。;:!?,|\t]/.test(block.text) && /[\u4e00-\u9fff]{2}/.test(block.text);
  }

  #nextMarker(from: number): Marker | undefined {
    for (let i = from; i < Math.min(this.#blocks.length, from + MARKER_REACH); i += 1) {
      const marker = this.#bodyBlock(i)?.marker;
      if (marker !== undefined && marker.kind !== 'box') return marker;
    }
    return undefined;
  }

  #leaveBox(marker: Marker): void {
    const at = this.#numbering.findEndedBox(marker, this.#stack);
    if (at !== -1) this.#stack.length = at;
  }

  #checkSequence(marker: Marker, heading: Block): void {
    if (!this.#numbering.fits(marker, heading.text.slice(0, marker.length), this.#stack)) {
      const last = String(this.#numbering.getLast(marker, this.#stack));
      const message = `numbering jumps from ${last} to ${String(marker.ordinal)}`;
      this.#report('heading-sequence-gap', 'warning', heading, message);
    }
    this.#numbering.note(marker, this.#stack);
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
      const number = this.#passages.length + 1;
      const passage = createPassage(part, number, this.#currentPath(), this.#context);
      this.#passages.push(passage);
      this.#extend(passage.span.end);
    }
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
    const span = Object.freeze(this.#toSource(block));
    this.#diagnostics.push(Object.freeze({ ruleId, severity, span, message }));
  }
}

const DOUBTFUL = 'a long numbered line without a full stop was taken for a heading';
/** How many blocks ahead a marker may stand to say how deep a heading without one is. */
const MARKER_REACH = 40;
/** Lines that the title of an attachment can have. */
const MAX_TITLE_LINES = 3;
/** What the titles of attachments end in. */
const TITLE_END = /[表单书案则法南明划释准求式录点标]$/;

/** A heading ends before its full stop or colon; without a number the colon belongs to it: 问题：. */
function trimHeadingEnd(text: string, end: number, marker: Marker | undefined): number {
  const closing = marker === undefined ? /。/ : /[。:]/;
  return closing.test(text[end - 1] ?? '') ? end - 1 : end;
}
