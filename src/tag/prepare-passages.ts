/**
 * prepareDocument, prepareAlone: passages folded for a judge, each with the way back to where its evidence stands.
 *
 * @module
 */
import type { Passage, PolicyDocument } from '../document';
import {
  createAlignedText,
  isAlignedText,
  joinSpans,
  type MappedText,
  normalizeText,
  type Span,
} from '../text';
import type { PassageView } from './features';
import type { Contribution } from './judge';
import type { PassageInput } from './model';

/** Finds the place in the source where a piece of evidence is to point. */
export type Locate = (contribution: Contribution) => Span;

/** A passage ready to be tagged. */
export interface Prepared {
  readonly view: PassageView;
  readonly locate: Locate;
}

type Fold = (text: string) => MappedText;

/** Folds texts and remembers them: headings come again with every passage under them. */
function createFolder(): Fold {
  const known = new Map<string, MappedText>();
  return (text) => {
    const folded = known.get(text) ?? normalizeText(text);
    known.set(text, folded);
    return folded;
  };
}

/** The passages of a document, in order. */
export function prepareDocument(document: PolicyDocument): readonly Prepared[] {
  const fold = createFolder();
  const locateWords = createWordLocator(document.source);
  const title = fold(document.title ?? '').text;
  const texts = foldTogether(document.passages.map(({ text }) => text));
  return document.passages.map((passage, index): Prepared => {
    const text = texts[index] ?? normalizeText(passage.text);
    const headings = passage.headingPath.map((heading) => fold(heading).text);
    return {
      view: { text: text.text, headings, title },
      locate: createLocator(document, index, text, locateWords),
    };
  });
}

/** Folds texts as one, since a call costs more than a passage; one by one where folding changes their lengths. */
function foldTogether(texts: readonly string[]): readonly MappedText[] {
  const joined = normalizeText(texts.join('\n'));
  if (!isAlignedText(joined)) return texts.map((text) => normalizeText(text));
  let start = 0;
  return texts.map(({ length }) => {
    const text = joined.text.slice(start, start + length);
    start += length + 1;
    return createAlignedText(text);
  });
}

function createLocator(
  document: PolicyDocument,
  index: number,
  text: MappedText,
  locateWords: LocateWords,
): Locate {
  const passage = passageAt(document, index);
  const only = passage.pieces.length === 1 ? passage.pieces[0] : undefined;
  let joined: MappedText | undefined;
  return ({ field, headingIndex, span, term }) => {
    if (field === 'document') return { start: passage.span.start, end: passage.span.start };
    if (field === 'neighbour') return passageAt(document, index + headingIndex).span;
    if (field === 'title') return locateWords(document.titleSpan, term);
    if (field === 'heading') return locateWords(passage.headingSpans[headingIndex], term);
    const own = text.spanToSource(span);
    if (only !== undefined) return { start: only.start + own.start, end: only.start + own.end };
    joined ??= joinSpans(document.source, passage.pieces);
    return joined.spanToSource(own);
  };
}

function passageAt(document: PolicyDocument, index: number): Passage {
  const passage = document.passages[index];
  if (passage === undefined)
    throw new RangeError(`tagDocument: expected the index of a passage, received ${String(index)}`);
  return passage;
}

/** Finds words within a span of a source. */
type LocateWords = (within: Span | undefined, words: string) => Span;

/** Finds the first place of folded words within a span; the whole span where line breaks cut them. Folds every span once. */
function createWordLocator(source: string): LocateWords {
  const known = new Map<number, MappedText>();
  return (within, words) => {
    if (within === undefined) return { start: 0, end: 0 };
    const folded = known.get(within.start) ?? normalizeText(source.slice(within.start, within.end));
    known.set(within.start, folded);
    const at = folded.text.indexOf(words);
    if (at === -1) return within;
    const span = folded.spanToSource({ start: at, end: at + words.length });
    return { start: within.start + span.start, end: within.start + span.end };
  };
}

/** A passage that stands alone: its evidence points into its own text, headings and title. */
export function prepareAlone(input: PassageInput): Prepared {
  const text = normalizeText(input.text);
  const headings = (input.headingPath ?? []).map((heading) => normalizeText(heading));
  const title = normalizeText(input.title ?? '');
  const locate: Locate = ({ field, headingIndex, span }) => {
    const mapped = field === 'text' ? text : field === 'title' ? title : headings[headingIndex];
    return mapped?.spanToSource(span) ?? span;
  };
  return {
    view: { text: text.text, headings: headings.map((heading) => heading.text), title: title.text },
    locate,
  };
}
