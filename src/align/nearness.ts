/**
 * Where in a passage a concept is spoken of: in a long passage of a work report places and figures belong to many subjects.
 *
 * @module
 */
import type { PassageId } from '../document';
import type { Evidence, TaggedPassage } from '../tag';
import { type Span, splitSentences } from '../text';

/** Where a passage speaks of a concept. */
export interface Nearness {
  /** Whether a sentence that the words stand in, up to the next full stop or semicolon, speaks of the concept. */
  readonly isInSentence: (span: Span) => boolean;
  /** The same of the clause, up to the next comma. */
  readonly isInClause: (span: Span) => boolean;
  /** The clause that the words stand in. */
  readonly findClause: (span: Span) => Span;
  /** Whether the passage answers one of the plan's for the concept, and so is about it as a whole. */
  readonly answersPlan: boolean;
}

/** The nearness of a passage to the concept with a code. */
export type FindNearness = (passage: TaggedPassage, code: string, answersPlan: boolean) => Nearness;

/**
 * A word of the evidence that weighs less than this share of the weightiest does not make its sentence one about the concept: beside 智慧交通, 建设 and 城市 speak for T1 too, wherever they stand.
 */
const MIN_SHARE = 1 / 3;

/** The finder of nearness in a source. Where no evidence stands in the text (a heading speaks for it), the whole passage is near. Each passage is split once. */
export function createNearness(source: string): FindNearness {
  const known = new Map<PassageId, Pieces>();
  return (passage, code, answersPlan) => {
    const pieces = known.get(passage.id) ?? splitPassage(source, passage.span);
    known.set(passage.id, pieces);
    const evidence = listWeightyEvidence(passage, code);
    return {
      isInSentence: createOverlap(pieces.sentences, evidence),
      isInClause: createOverlap(pieces.clauses, evidence),
      findClause: (span) => pieces.clauses.find((piece) => overlaps(span, piece)) ?? span,
      answersPlan,
    };
  };
}

/** Share of a passage's letters in sentences that speak of a concept, from which on the passage is about its concepts as a whole. */
const MIN_WHOLE = 0.5;

/**
 * The test whether words of a passage are about any of its concepts: their sentence speaks of one, or most of the passage does. A long passage on the harvest has a tag for one sentence on smart
 * farming. Each passage is split once.
 */
export function createTopicTest(source: string): (passage: TaggedPassage, span: Span) => boolean {
  const known = new Map<PassageId, (span: Span) => boolean>();
  return (passage, span) => {
    const test = known.get(passage.id) ?? createPassageTest(source, passage);
    known.set(passage.id, test);
    return test(span);
  };
}

function createPassageTest(source: string, passage: TaggedPassage): (span: Span) => boolean {
  if (passage.tags.length === 0) return () => false;
  const { sentences } = splitPassage(source, passage.span);
  const evidence = passage.tags.flatMap(({ code }) => listEvidence(passage, code));
  const speaking = sentences.filter((each) => evidence.some((span) => overlaps(span, each)));
  const letters = speaking.reduce((sum, { start, end }) => sum + end - start, 0);
  const isWhole = letters >= (passage.span.end - passage.span.start) * MIN_WHOLE;
  if (isWhole || evidence.length === 0) return () => true;
  return (span) => speaking.some((each) => overlaps(span, each));
}

interface Pieces {
  readonly sentences: readonly Span[];
  readonly clauses: readonly Span[];
}

function splitPassage(source: string, { start, end }: Span): Pieces {
  const text = source.slice(start, end);
  const cut = (within: Span, pattern: RegExp): readonly Span[] =>
    [...text.slice(within.start, within.end).matchAll(pattern)].map(({ 0: piece, index }) => ({
      start: start + within.start + index,
      end: start + within.start + index + piece.length,
    }));
  return {
    sentences: splitSentences(text).flatMap((sentence) => cut(sentence, /[^；;]+/g)),
    clauses: cut({ start: 0, end: text.length }, /[^，,。；;！!？?：:]+/g),
  };
}

function createOverlap(
  pieces: readonly Span[],
  evidence: readonly Span[],
): (span: Span) => boolean {
  if (evidence.length === 0) return () => true;
  const speaking = pieces.filter((piece) => evidence.some((span) => overlaps(span, piece)));
  return (span) => speaking.some((piece) => overlaps(span, piece));
}

/** Whether two spans have letters in common. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}

/** The words of a passage that weigh for a code, by place; several features of one place weigh together. */
export function listWeightyEvidence(passage: TaggedPassage, code: string): readonly Span[] {
  const places = new Map<string, Span & { readonly weight: number }>();
  for (const { start, end, weight } of listEvidence(passage, code)) {
    const key = `${String(start)} ${String(end)}`;
    places.set(key, { start, end, weight: weight + (places.get(key)?.weight ?? 0) });
  }
  const most = Math.max(0, ...[...places.values()].map(({ weight }) => weight));
  return [...places.values()]
    .filter(({ weight }) => weight >= most * MIN_SHARE)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What speaks for a code in the text of a passage. */
function listEvidence({ span, tags }: TaggedPassage, code: string): readonly Evidence[] {
  return (tags.find((tag) => tag.code === code)?.evidence ?? [])
    .filter(({ field, weight }) => field === 'text' && weight > 0)
    .filter(({ start, end }) => start >= span.start && end <= span.end);
}
