/**
 * What the sections of documents refer to, and how much they show.
 *
 * @module
 */
import type { AlignmentReport, CollectionRecord, PlanPassageRecord } from '../alignment-record';
import { nameDocuments } from '../name-documents';

/** A passage of the plan, and its place among all of them, from 1. */
export interface NumberedPassage {
  readonly number: number;
  readonly passage: PlanPassageRecord;
}

/** What a section refers to. */
export interface SectionContext {
  readonly collection: CollectionRecord;
  readonly planPassages: ReadonlyMap<string, NumberedPassage>;
  /** The name of each document and the anchor of its section, by id. */
  readonly names: ReadonlyMap<string, { readonly name: string; readonly anchor: string }>;
  /** Whether paper shows what is folded. */
  readonly isOpenInPrint: boolean;
  readonly limits: SectionLimits;
}

/** How much of a document's entries a section shows; the tables hold all. */
export interface SectionLimits {
  readonly stretches: number;
  readonly indicators: number;
  /** Passages of the document in an entry of the task ledger, and their characters. */
  readonly passages: number;
  readonly characters: number;
  readonly particulars: number;
  readonly nearest: number;
  /** Whether what the plan says stands beside each entry; else it stands once on the page, and entries open it. */
  readonly isPlanInline: boolean;
}

/** Documents up to which sections are long, middling and short; beyond they are the shortest. */
const [FEW_DOCUMENTS, SOME_DOCUMENTS, MANY_DOCUMENTS] = [40, 120, 300];

const SHORTEST: SectionLimits = {
  stretches: 5,
  indicators: 5,
  passages: 1,
  characters: 110,
  particulars: 4,
  nearest: 3,
  isPlanInline: false,
};
const SHORT: SectionLimits = { ...SHORTEST, indicators: 6, characters: 150, particulars: 5 };
const MIDDLING: SectionLimits = {
  stretches: 12,
  indicators: 20,
  passages: 2,
  characters: 240,
  particulars: 12,
  nearest: 5,
  isPlanInline: false,
};
const LONG: SectionLimits = {
  stretches: 40,
  indicators: 60,
  passages: 3,
  characters: 320,
  particulars: 20,
  nearest: 5,
  isPlanInline: true,
};

function chooseLimits(documents: number): SectionLimits {
  if (documents <= FEW_DOCUMENTS) return LONG;
  if (documents <= SOME_DOCUMENTS) return MIDDLING;
  return documents <= MANY_DOCUMENTS ? SHORT : SHORTEST;
}

/** Documents up to which paper shows everything; of more, paper shows what the reader has opened. */
const MAX_OPEN_IN_PRINT = 10;

/** The context of a report's sections. Linear. */
export function createSectionContext({ collection, documents }: AlignmentReport): SectionContext {
  const names = nameDocuments(documents);
  return {
    collection,
    planPassages: new Map(
      collection.plan?.passages.map((passage, i) => [passage.id, { number: i + 1, passage }]),
    ),
    names: new Map(
      documents.map(({ id }, i) => [id, { name: names[i] ?? id, anchor: `d${String(i + 1)}` }]),
    ),
    isOpenInPrint: documents.length <= MAX_OPEN_IN_PRINT,
    limits: chooseLimits(documents.length),
  };
}
