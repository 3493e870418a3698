/**
 * Outline: the section tree and the passages under it, built in one pass over the blocks.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import { findAttachmentTitleEnd } from './attachment-titles';
import { type Block, sliceWords, type Words } from './blocks';
import type { Frame } from './frame';
import { type BlockDecision, decideBlock, trimHeadingEnd } from './headings';
import type { Marker } from './markers';
import type { Passage, Section, SectionKind } from './model';
import { Numbering } from './numbering';
import {
  createHeadingPath,
  createOpenSection,
  freezeSection,
  type OpenSection,
} from './open-section';
import { createPassage, cutLongParagraph, type HeadingPath, type PassageContext } from './passages';
import { DOCUMENT_RANK, rankMarker, rankUnmarked } from './section-ranks';
import { SourceReader } from './source-reader';
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
  readonly #reader: SourceReader;
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
    this.#reader = new SourceReader(context.source, context.normalized);
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
    const heading = sliceWords(block, 0, end) ?? block;
    this.#open(
      marker === undefined
        ? this.#createUnmarked(heading, block.first.headingMark, index)
        : this.#createMarked(heading, block.first.headingMark, marker),
    );
    if (decision.kind === 'heading') {
      if (decision.doubtful) this.#report('heading-doubtful', 'info', heading, DOUBTFUL);
      return;
    }
    const body = sliceWords(block, decision.bodyStart);
    if (body !== undefined) this.#addParagraph(body);
  }

  #createMarked(heading: Words, headingMark: number, marker: Marker): OpenSection {
    this.#leaveBox(marker);
    this.#checkSequence(marker, heading);
    return createOpenSection({
      kind: this.#isIn('article') && marker.kind === 'level' ? 'item' : marker.kind,
      style: marker.style,
      rank: rankMarker(marker, this.#stack),
      marker: this.#reader.read(heading, 0, marker.length),
      ordinal: marker.ordinal,
      heading: this.#reader.read(heading, marker.skip),
      label: this.#reader.read(heading),
      headingSpan: this.#reader.locate(heading),
      headingMark,
    });
  }

  #createUnmarked(heading: Words, headingMark: number, index: number): OpenSection {
    const next = this.#nextMarker(index + 1);
    const label = this.#reader.read(heading);
    return createOpenSection({
      kind: 'heading',
      style: undefined,
      rank: rankUnmarked({ text: heading.text, headingMark, next }, this.#stack),
      marker: '',
      ordinal: undefined,
      heading: label,
      label,
      headingSpan: this.#reader.locate(heading),
      headingMark,
    });
  }

  #openDocument(title: Title): void {
    const blocks = this.#blocks.slice(title.from, title.to);
    const first = blocks[0];
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return;
    this.#numbering.restart();
    const name = this.#reader.readAll(blocks);
    const section = createOpenSection({
      kind: 'document',
      style: undefined,
      rank: DOCUMENT_RANK,
      marker: '',
      ordinal: undefined,
      heading: name,
      label: name,
      headingSpan: { start: this.#reader.locate(first).start, end: this.#reader.locate(last).end },
      headingMark: first.first.headingMark,
    });
    this.#open(section);
  }

  /** 附件1 alone on its line takes the short lines after it for its title; the index of the last block used. */
  #takeAttachmentTitle(index: number): number {
    const section = this.#stack.at(-1);
    const block = this.#blocks[index];
    if (section?.kind !== 'attachment' || section.heading !== '') return index;
    if (block?.marker?.style !== 'attachment') return index;
    const last = findAttachmentTitleEnd(this.#blocks, index, this.#frame);
    const parts = this.#blocks.slice(index + 1, last + 1);
    const end = parts.at(-1);
    if (end === undefined) return index;
    section.heading = this.#reader.readAll(parts);
    section.label = `${section.label} ${section.heading}`;
    section.headingSpan = { start: section.headingSpan.start, end: this.#reader.locate(end).end };
    this.#extend(section.headingSpan.end);
    this.#path = undefined;
    this.#numbering.restartRunning();
    return last;
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

  #checkSequence(marker: Marker, heading: Words): void {
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

  #addParagraph(words: Words): void {
    for (const part of cutLongParagraph(words)) {
      const number = this.#passages.length + 1;
      const passage = createPassage(part, number, this.#getPath(), this.#context);
      this.#passages.push(passage);
      this.#extend(passage.span.end);
    }
  }

  #bodyBlock(index: number): Block | undefined {
    return this.#frame.roles[index] === undefined ? this.#blocks[index] : undefined;
  }

  #getPath(): HeadingPath {
    this.#path ??= createHeadingPath(this.#stack);
    return this.#path;
  }

  #isIn(kind: SectionKind): boolean {
    return this.#stack.some((section) => section.kind === kind);
  }

  #report(ruleId: string, severity: Diagnostic['severity'], words: Words, message: string): void {
    const span = Object.freeze(this.#reader.locate(words));
    this.#diagnostics.push(Object.freeze({ ruleId, severity, span, message }));
  }
}

const DOUBTFUL = 'a long numbered line without a full stop was taken for a heading';
/** How many blocks ahead a marker may stand to say how deep a heading without one is. */
const MARKER_REACH = 40;
