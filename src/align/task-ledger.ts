/**
 * The task ledger: how far a document takes each concept of a plan up, with the passages of both sides.
 *
 * @module
 */
import type { PassageId } from '../document';
import type { TaggedDocument, TaggedPassage } from '../tag';
import type { Concept } from '../taxonomy';
import { type Span, splitSentences } from '../text';
import type { DocumentFacts } from './document-facts';
import { identifyTarget } from './indicator-ledger';
import type {
  Ambition,
  Correspondence,
  EvidencePassage,
  IndicatorEntry,
  Particular,
  TaskEntry,
  TaskStatus,
} from './model';
import type { IsNewName } from './new-names';

/** What an entry of the ledger is made of. */
export interface TaskLedgerInput {
  readonly document: TaggedDocument;
  /** The plan's passages by code; undefined where its text is not given. */
  readonly planned: PassagesByCode | undefined;
  readonly concepts: readonly Concept[];
  /** n_k, in the order of the concepts. */
  readonly characters: readonly number[];
  readonly facts: DocumentFacts;
  /** Whether the plan's text lacks what is named; undefined where it is not given. */
  readonly isNewName: IsNewName | undefined;
  readonly correspondences: readonly Correspondence[];
  readonly indicators: readonly IndicatorEntry[];
  /** τ, as for coverage. */
  readonly threshold: number;
  /** Passages of each side that an entry shows. */
  readonly maxPassages: number;
}

/** The entries, in the order of the concepts. Linear in passages and tags. */
export function createTaskLedger(input: TaskLedgerInput): readonly TaskEntry[] {
  const own = groupByCode(input.document);
  const ambitions = new Map(
    input.indicators.flatMap((entry) =>
      entry.kind === 'paired' ? [[identifyTarget(entry.target), entry.ambition] as const] : [],
    ),
  );
  const split = createSentenceCache(input.document.source);
  return input.concepts.map((concept, at) => {
    const passages = own.get(concept.notation) ?? [];
    const particulars = passages.flatMap((passage) => {
      const isNear = createNearness(passage, concept.notation, split);
      return listParticulars(passage, input, ambitions, isNear);
    });
    const answered = input.correspondences.filter(({ codes }) => codes.includes(concept.notation));
    return {
      conceptId: concept.id,
      code: concept.notation,
      status: findStatus(passages, input.characters[at] ?? 0, particulars, input.threshold),
      passages: listBest(passages, concept.notation, answered, 'passageId', input.maxPassages),
      planPassages: listBest(
        input.planned?.get(concept.notation) ?? [],
        concept.notation,
        answered,
        'planPassageId',
        input.maxPassages,
      ),
      particulars,
    };
  });
}

function findStatus(
  passages: readonly TaggedPassage[],
  characters: number,
  particulars: readonly Particular[],
  threshold: number,
): TaskStatus {
  if (passages.length === 0) return 'absent';
  if (particulars.some(({ kind }) => kind === 'new-target' || kind === 'new-measure'))
    return 'extended';
  if (particulars.length > 0) return 'localised';
  return characters < threshold ? 'mentioned' : 'restated';
}

/** The passages with each code, in reading order. */
export type PassagesByCode = ReadonlyMap<string, readonly TaggedPassage[]>;

/** A document's passages by code. Linear. */
export function groupByCode({ passages }: TaggedDocument): PassagesByCode {
  const groups = new Map<string, TaggedPassage[]>();
  for (const passage of passages) {
    for (const { code } of passage.tags) {
      const group = groups.get(code);
      if (group === undefined) groups.set(code, [passage]);
      else group.push(passage);
    }
  }
  return groups;
}

/** Whether words of a passage stand where it speaks of a concept. */
type IsNear = (span: Span) => boolean;

/**
 * Places and figures count for a concept where their sentence holds evidence for it: in a long passage of a work report others belong to other subjects. Where no evidence stands in the text (a
 * heading speaks for it), the whole passage counts.
 */
function createNearness(passage: TaggedPassage, code: string, split: SplitPassage): IsNear {
  const evidence = listEvidence(passage, code);
  if (evidence.length === 0) return () => true;
  const sentences = split(passage).filter(({ start, end }) =>
    evidence.some((span) => span.start < end && span.end > start),
  );
  return (span) => sentences.some(({ start, end }) => span.start < end && span.end > start);
}

type SplitPassage = (passage: TaggedPassage) => readonly Span[];

/** The sentences of passages, in source offsets, each passage split once. */
function createSentenceCache(source: string): SplitPassage {
  const known = new Map<PassageId, readonly Span[]>();
  return ({ id, span }) => {
    const sentences =
      known.get(id) ??
      splitSentences(source.slice(span.start, span.end)).map(({ start, end }) => ({
        start: start + span.start,
        end: end + span.start,
      }));
    known.set(id, sentences);
    return sentences;
  };
}

function listParticulars(
  { id }: TaggedPassage,
  { facts, isNewName }: TaskLedgerInput,
  ambitions: ReadonlyMap<string, Ambition>,
  isNear: IsNear,
): readonly Particular[] {
  const targets = (facts.targetsOf.get(id) ?? [])
    // A figure that only repeats the plan's is none of the document's own.
    .filter((target) => target.quantity !== undefined)
    .filter((target) => ambitions.get(identifyTarget(target)) !== 'equal')
    .filter(({ span }) => isNear(span))
    .map((target): Particular => {
      const isNew =
        isNewName !== undefined &&
        !ambitions.has(identifyTarget(target)) &&
        isNewName({ name: target.indicator, core: target.indicatorKey, isQuoted: false });
      return { kind: isNew ? 'new-target' : 'figure', passageId: id, span: target.span };
    });
  const places = (facts.placesOf.get(id) ?? [])
    .filter(isNear)
    .map((span): Particular => ({ kind: 'place', passageId: id, span }));
  const bodies = (facts.bodiesOf.get(id) ?? [])
    .filter(({ level }) => level !== 'country')
    .map(({ span }): Particular => ({ kind: 'body', passageId: id, span }));
  const measures = (facts.measuresOf.get(id) ?? [])
    .filter((measure) => isNear(measure) && isNewName?.(measure) === true)
    .map(
      ({ start, end }): Particular => ({
        kind: 'new-measure',
        passageId: id,
        span: { start, end },
      }),
    );
  return [...targets, ...measures, ...places, ...bodies].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** Passages that correspond first, by similarity; then by score of the tag, then by place. */
function listBest(
  passages: readonly TaggedPassage[],
  code: string,
  answered: readonly Correspondence[],
  side: 'passageId' | 'planPassageId',
  most: number,
): readonly EvidencePassage[] {
  const similarity = new Map<PassageId, number>();
  for (const each of answered) {
    const before = similarity.get(each[side]) ?? 0;
    similarity.set(each[side], Math.max(before, each.similarity));
  }
  const scored = passages.map((passage) => ({
    passage,
    score: passage.tags.find((tag) => tag.code === code)?.score ?? 0,
    similarity: similarity.get(passage.id) ?? 0,
  }));
  return scored
    .sort((a, b) => b.similarity - a.similarity || b.score - a.score)
    .slice(0, most)
    .map(({ passage, score }) => createEvidence(passage, code, score));
}

function createEvidence(passage: TaggedPassage, code: string, score: number): EvidencePassage {
  const { id, span } = passage;
  return { passageId: id, span, score, evidence: listEvidence(passage, code) };
}

/** The words of a passage that speak for a code, by place. */
function listEvidence({ span, tags }: TaggedPassage, code: string): readonly Span[] {
  return (tags.find((tag) => tag.code === code)?.evidence ?? [])
    .filter(({ field, weight }) => field === 'text' && weight > 0)
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
