/**
 * The task ledger: how far a document takes each concept of a plan up, with the passages of both sides.
 *
 * @module
 */
import type { PassageId } from '../document';
import { findFigures } from '../extract';
import type { TaggedDocument, TaggedPassage } from '../tag';
import type { Concept } from '../taxonomy';
import { normalizeText } from '../text';
import type { DocumentFacts } from './document-facts';
import type {
  Correspondence,
  EvidencePassage,
  IndicatorEntry,
  Particular,
  TaskEntry,
  TaskStatus,
} from './model';
import { createNearness, listWeightyEvidence } from './nearness';
import type { IsNewName } from './new-names';
import { scoreOf } from './pair-passages';
import { identifyAmount, listParticulars, readAmbitions } from './particulars';

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
  const ambitions = readAmbitions(input.indicators);
  const findNearness = createNearness(input.document.source);
  return input.concepts.map(({ id, notation }, at) => {
    const passages = own.get(notation) ?? [];
    const planned = input.planned?.get(notation) ?? [];
    const context = { ...input, ambitions, plannedAmounts: listAmounts(planned) };
    const answered = input.correspondences.filter(({ codes }) => codes.includes(notation));
    const answering = new Set(answered.map(({ passageId }) => passageId));
    const particulars = passages.flatMap((passage) => {
      const nearness = findNearness(passage, notation, answering.has(passage.id));
      return listParticulars(passage, notation, context, nearness);
    });
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
      planPassages: list(planned, 'planPassageId'),
      particulars,
    };
  });
}

function listAmounts(passages: readonly TaggedPassage[]): ReadonlySet<string> {
  return new Set(
    passages.flatMap(({ text }) =>
      findFigures(normalizeText(text).text).map(({ quantity }) => identifyAmount(quantity)),
    ),
  );
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
  return { passageId: id, span, score, evidence: listWeightyEvidence(passage, code) };
}
