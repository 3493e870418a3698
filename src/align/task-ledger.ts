/**
 * The task ledger: how far a document takes each concept of a plan up, with the passages of both sides.
 *
 * @module
 */
import type { PassageId } from '../document';
import type { Target } from '../extract';
import type { TaggedDocument, TaggedPassage } from '../tag';
import type { Concept } from '../taxonomy';
import type { DocumentFacts } from './document-facts';
import type {
  Ambition,
  Correspondence,
  EvidencePassage,
  IndicatorEntry,
  Particular,
  TaskEntry,
  TaskStatus,
} from './model';

/** What an entry of the ledger is made of. */
export interface TaskLedgerInput {
  readonly document: TaggedDocument;
  readonly plan: TaggedDocument | undefined;
  readonly concepts: readonly Concept[];
  /** n_k, in the order of the concepts. */
  readonly characters: readonly number[];
  readonly facts: DocumentFacts;
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
  const planned = input.plan === undefined ? undefined : groupByCode(input.plan);
  const ambitions = new Map(
    input.indicators.flatMap((entry) =>
      entry.kind === 'paired' ? [[entry.target, entry.ambition] as const] : [],
    ),
  );
  return input.concepts.map((concept, at) => {
    const passages = own.get(concept.notation) ?? [];
    const particulars = passages.flatMap((passage) => listParticulars(passage, input, ambitions));
    const answered = input.correspondences.filter(({ codes }) => codes.includes(concept.notation));
    return {
      conceptId: concept.id,
      code: concept.notation,
      status: findStatus(passages, input.characters[at] ?? 0, particulars, input.threshold),
      passages: listBest(passages, concept.notation, answered, 'passageId', input.maxPassages),
      planPassages: listBest(
        planned?.get(concept.notation) ?? [],
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
  if (particulars.some(({ kind }) => kind === 'new-target')) return 'extended';
  if (particulars.length > 0) return 'localised';
  return characters < threshold ? 'mentioned' : 'restated';
}

/** The passages with each code, in reading order. */
function groupByCode({ passages }: TaggedDocument): ReadonlyMap<string, readonly TaggedPassage[]> {
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

function listParticulars(
  { id }: TaggedPassage,
  { facts, plan }: TaskLedgerInput,
  ambitions: ReadonlyMap<Target, Ambition>,
): readonly Particular[] {
  const targets = (facts.targetsOf.get(id) ?? [])
    // A figure that only repeats the plan's is none of the document's own.
    .filter((target) => ambitions.get(target) !== 'equal')
    .map((target): Particular => {
      const isNew = plan !== undefined && !ambitions.has(target);
      return { kind: isNew ? 'new-target' : 'figure', passageId: id, span: target.span };
    });
  const places = (facts.placesOf.get(id) ?? []).map(
    (span): Particular => ({ kind: 'place', passageId: id, span }),
  );
  const bodies = (facts.bodiesOf.get(id) ?? [])
    .filter(({ level }) => level !== 'country')
    .map(({ span }): Particular => ({ kind: 'body', passageId: id, span }));
  return [...targets, ...places, ...bodies].sort(
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

function createEvidence(
  { id, span, tags }: TaggedPassage,
  code: string,
  score: number,
): EvidencePassage {
  const evidence = (tags.find((tag) => tag.code === code)?.evidence ?? [])
    .filter(({ field, weight }) => field === 'text' && weight > 0)
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return { passageId: id, span, score, evidence };
}
