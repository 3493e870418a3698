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
import type { IsNewName, Named } from './new-names';
import { scoreOf } from './pair-passages';

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
  /** Score that the tag of a passage needs for what it names to extend the plan. */
  readonly minScoreToExtend: number;
}

/** The entries, in the order of the concepts. Linear in passages and tags. */
export function createTaskLedger(input: TaskLedgerInput): readonly TaskEntry[] {
  const own = groupByCode(input.document);
  const ambitions = new Map(
    input.indicators.flatMap((entry) =>
      entry.kind === 'paired' ? [[identifyTarget(entry.target), entry.ambition] as const] : [],
    ),
  );
  const findNearness = createNearness(input.document.source);
  return input.concepts.map(({ id, notation }, at) => {
    const passages = own.get(notation) ?? [];
    const particulars = passages.flatMap((passage) =>
      listParticulars(passage, notation, input, ambitions, findNearness(passage, notation)),
    );
    const answered = input.correspondences.filter(({ codes }) => codes.includes(notation));
    const isTakenUp =
      (input.characters[at] ?? 0) >= input.threshold &&
      (input.planned === undefined || answered.length > 0);
    const list = (
      from: readonly TaggedPassage[],
      side: 'passageId' | 'planPassageId',
    ): readonly EvidencePassage[] => listBest(from, notation, answered, side, input.maxPassages);
    return {
      conceptId: id,
      code: notation,
      status: findStatus(passages, isTakenUp, particulars),
      passages: list(passages, 'passageId'),
      planPassages: list(input.planned?.get(notation) ?? [], 'planPassageId'),
      particulars,
    };
  });
}

function findStatus(
  passages: readonly TaggedPassage[],
  isTakenUp: boolean,
  particulars: readonly Particular[],
): TaskStatus {
  if (passages.length === 0) return 'absent';
  if (particulars.some(({ kind }) => kind === 'new-target' || kind === 'new-measure'))
    return 'extended';
  if (particulars.length > 0) return 'localised';
  return isTakenUp ? 'restated' : 'mentioned';
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

/** Where a passage speaks of a concept. */
interface Nearness {
  /** Whether a sentence that the words stand in holds evidence for the concept. */
  readonly isInSentence: (span: Span) => boolean;
  /** The same of a clause, up to the next comma. */
  readonly isInClause: (span: Span) => boolean;
}

/**
 * Places and figures count for a concept where their sentence holds evidence for it: in a long passage of a work report others belong to other subjects. What is to extend the plan has to have it
 * in its clause. Where no evidence stands in the text (a heading speaks for it), the whole passage counts. Each passage is split once.
 */
function createNearness(source: string): (passage: TaggedPassage, code: string) => Nearness {
  const known = new Map<PassageId, Pieces>();
  return (passage, code) => {
    const pieces = known.get(passage.id) ?? splitPassage(source, passage.span);
    known.set(passage.id, pieces);
    const evidence = listEvidence(passage, code);
    return {
      isInSentence: createOverlap(pieces.sentences, evidence),
      isInClause: createOverlap(pieces.clauses, evidence),
    };
  };
}

interface Pieces {
  readonly sentences: readonly Span[];
  readonly clauses: readonly Span[];
}

function splitPassage(source: string, { start, end }: Span): Pieces {
  const text = source.slice(start, end);
  const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  return {
    sentences: splitSentences(text).map(move),
    clauses: [...text.matchAll(/[^，,。；;！!？?：:]+/g)].map(({ 0: clause, index }) =>
      move({ start: index, end: index + clause.length }),
    ),
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

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}

function listParticulars(
  passage: TaggedPassage,
  code: string,
  { facts, isNewName, minScoreToExtend }: TaskLedgerInput,
  ambitions: ReadonlyMap<string, Ambition>,
  { isInSentence, isInClause }: Nearness,
): readonly Particular[] {
  const { id } = passage;
  const isSure = scoreOf(passage, code) >= minScoreToExtend;
  const isNew = (named: Named, span: Span): boolean =>
    isSure && isInClause(span) && isNewName?.(named) === true;
  const targets = (facts.targetsOf.get(id) ?? [])
    // A figure that only repeats the plan's is none of the document's own.
    .filter((target) => target.quantity !== undefined)
    .filter((target) => ambitions.get(identifyTarget(target)) !== 'equal')
    .filter(({ span }) => isInSentence(span))
    .map((target): Particular => {
      const { indicator, indicatorKey, span } = target;
      const isPaired = ambitions.has(identifyTarget(target));
      const named = { name: indicator, core: indicatorKey, isQuoted: false };
      const kind = !isPaired && isNew(named, span) ? 'new-target' : 'figure';
      return { kind, passageId: id, span };
    });
  const places = (facts.placesOf.get(id) ?? [])
    .filter(isInSentence)
    .map((span): Particular => ({ kind: 'place', passageId: id, span }));
  const bodies = (facts.bodiesOf.get(id) ?? [])
    .filter(({ level }) => level !== 'country')
    .map(({ span }): Particular => ({ kind: 'body', passageId: id, span }));
  const measures = (facts.measuresOf.get(id) ?? [])
    .filter((measure) => isNew(measure, measure))
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
    score: scoreOf(passage, code),
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
