/**
 * Alignments into records.
 *
 * @module
 */
import {
  type Alignment,
  type CollectionAlignment,
  DEFAULT_ALIGN_SETTINGS,
  symmetrizeRelativeEmphasis,
  type TaskEntry,
} from '../align';
import type { Target } from '../extract';
import type { TaggedDocument } from '../tag';
import { listAssignableConcepts, type Taxonomy } from '../taxonomy';
import type {
  AlignmentRecord,
  AlignmentReport,
  CollectionRecord,
  TaskRecord,
} from './alignment-record';
import { cutExcerpt } from './excerpt';
import { createIndicator, createTarget, listPlanTargets } from './indicator-records';
import { round, roundKnown } from './round';

/** A tagged document, and where it was read from. */
export interface AlignedFile {
  /** As records are to show it. */
  readonly path: string;
  /** What was aligned. */
  readonly document: TaggedDocument;
}

/** What a report is made of. */
export interface AlignmentReportInput {
  /** That of the aligner. */
  readonly taxonomy: Taxonomy;
  /** What `alignCollection` gave. */
  readonly collection: CollectionAlignment;
  /** Those of the collection, in its order. */
  readonly files: readonly AlignedFile[];
  /** The plan's text, where the aligner had it. */
  readonly plan?: AlignedFile | undefined;
}

/** Code units of the document's passages in the task ledger; longer ones are cut around their evidence. */
const EXCERPT_LENGTH = 320;
/** Code units of reused text that is shown. */
const REUSE_LENGTH = 600;

/** The records of an aligned collection. Figures have four decimals. Linear. */
export function createAlignmentReport(input: AlignmentReportInput): AlignmentReport {
  const { collection, files, plan } = input;
  const nearest = new Map(collection.neighbours.map((each) => [each.documentId, each.nearest]));
  const planTargets = new Map(listPlanTargets(collection).map((target, i) => [target, i]));
  const documents = collection.alignments.flatMap((alignment, i) => {
    const file = files[i];
    if (file === undefined) return [];
    const record = createAlignmentRecord(alignment, file, plan, planTargets);
    const near = nearest.get(alignment.documentId) ?? [];
    return [{ ...record, nearest: near.map(createRanked) }];
  });
  return { collection: createCollectionRecord(input), documents };
}

function createRanked({
  documentId,
  convergence,
}: CollectionAlignment['ranking'][number]): CollectionRecord['ranking'][number] {
  return { id: documentId, convergence: round(convergence) };
}

function createCollectionRecord({
  taxonomy,
  collection,
  plan,
}: AlignmentReportInput): CollectionRecord {
  const concepts = listAssignableConcepts(taxonomy);
  return {
    version: 1,
    taxonomy: { id: taxonomy.id, title: taxonomy.title, version: taxonomy.version },
    plan: plan === undefined ? null : createPlanRecord(plan, collection),
    schemes: taxonomy.schemes
      .filter(({ id }) => concepts.some(({ inScheme }) => inScheme === id))
      .map(({ id, prefLabel }) => ({ id, label: prefLabel })),
    concepts: concepts.map(({ notation, prefLabel, inScheme }) => ({
      code: notation,
      label: prefLabel,
      scheme: inScheme,
    })),
    settings: { ...DEFAULT_ALIGN_SETTINGS },
    planEmphasis: collection.planEmphasis.map(round),
    reference: collection.reference.map(round),
    ranking: collection.ranking.map(createRanked),
    groups: collection.shared.groups,
    pairs: collection.shared.pairs.map((pair) => ({
      a: pair.a,
      b: pair.b,
      shareOfA: round(pair.shareOfA),
      shareOfB: round(pair.shareOfB),
      verbatimOfA: round(pair.verbatimOfA),
      verbatimOfB: round(pair.verbatimOfB),
    })),
  };
}

function createPlanRecord(
  { path, document }: AlignedFile,
  collection: CollectionAlignment,
): CollectionRecord['plan'] {
  return {
    id: document.id,
    path,
    title: document.title ?? null,
    passages: document.passages.map(({ id, span, headingPath, text, tags }) => ({
      id,
      start: span.start,
      end: span.end,
      headingPath,
      text,
      codes: tags.map(({ code }) => code),
    })),
    targets: listPlanTargets(collection).map((target) => createTarget(target, document.source)),
    diagnostics: collection.planDiagnostics.map(({ ruleId, message }) => ({ ruleId, message })),
  };
}

type DocumentPart = Omit<AlignmentRecord, 'nearest'>;

function createAlignmentRecord(
  alignment: Alignment,
  { path, document }: AlignedFile,
  plan: AlignedFile | undefined,
  planTargets: ReadonlyMap<Target, number>,
): DocumentPart {
  const { basis, measures, strength } = alignment;
  return {
    id: document.id,
    path,
    title: document.title ?? null,
    issuer: document.issuer,
    genre: document.genre ?? null,
    issuedOn: document.issuedOn ?? null,
    region: document.region?.name ?? null,
    basis: {
      passages: basis.passages,
      characters: basis.characters,
      taggedPassages: basis.taggedPassages,
      taggedCharacters: basis.taggedCharacters,
      meanScore: roundKnown(basis.meanScore),
      unsureShare: roundKnown(basis.unsureShare),
    },
    measures: roundMeasures(measures),
    strength: {
      formal: roundKnown(strength.formal),
      issuerRank: strength.issuerRank ?? null,
      genreRank: strength.genreRank ?? null,
      wording: roundKnown(strength.wording),
      marks: strength.marks,
    },
    concepts: alignment.concepts.map(createConceptRecord),
    peaks: alignment.peaks.map((peak) => ({ ...peak, emphasis: round(peak.emphasis) })),
    reuse: createReuse(alignment, document, plan?.document),
    correspondences: alignment.correspondences.map((each) => ({
      passageId: each.passageId,
      planPassageId: each.planPassageId,
      relation: each.relation,
      similarity: round(each.similarity),
      contained: round(each.contained),
      containing: round(each.containing),
      sharedLetters: each.sharedLetters,
      commonCode: round(each.commonCode),
      codes: each.codes,
    })),
    tasks: alignment.tasks.map((entry) => createTask(entry, document)),
    indicators: alignment.indicators.flatMap((entry) =>
      createIndicator(entry, document, plan?.document),
    ),
    missing: alignment.indicators.flatMap((entry) =>
      entry.kind === 'missing' ? (planTargets.get(entry.planTarget) ?? []) : [],
    ),
  };
}

function roundMeasures(measures: Alignment['measures']): Alignment['measures'] {
  if (measures.kind === 'unmeasured') return measures;
  return {
    kind: 'measured',
    coverage: round(measures.coverage),
    weightedCoverage: round(measures.weightedCoverage),
    digitalShare: round(measures.digitalShare),
    diversity: round(measures.diversity),
    convergence: round(measures.convergence),
    cosine: round(measures.cosine),
    jensenShannon: round(measures.jensenShannon),
  };
}

function createConceptRecord(
  concept: Alignment['concepts'][number],
): AlignmentRecord['concepts'][number] {
  const { relativeEmphasis: relative, specificity } = concept;
  return {
    code: concept.code,
    characters: round(concept.characters),
    passages: concept.passages,
    emphasis: round(concept.emphasis),
    planEmphasis: round(concept.planEmphasis),
    relativeEmphasis: roundKnown(relative),
    symmetricEmphasis: relative === undefined ? null : round(symmetrizeRelativeEmphasis(relative)),
    similarity: roundKnown(concept.similarity),
    targets: specificity.targets,
    deadlines: specificity.deadlines,
    bodies: specificity.bodies,
    specificity: roundKnown(specificity.score),
  };
}

function createReuse(
  { reuse }: Alignment,
  document: TaggedDocument,
  plan: TaggedDocument | undefined,
): AlignmentRecord['reuse'] {
  if (reuse === undefined || plan === undefined) return null;
  return {
    share: round(reuse.share),
    planShare: round(reuse.planShare),
    boilerplateShare: round(reuse.boilerplateShare),
    planBoilerplateShare: round(reuse.planBoilerplateShare),
    stretches: reuse.stretches.map(({ kind, span, planSpan, matches, identity }) => ({
      kind,
      start: span.start,
      end: span.end,
      planStart: planSpan.start,
      planEnd: planSpan.end,
      matches,
      identity: round(identity),
      text: cutExcerpt(document.source, span, [], REUSE_LENGTH).text,
      planText: cutExcerpt(plan.source, planSpan, [], REUSE_LENGTH).text,
    })),
  };
}

function createTask(entry: TaskEntry, { source, passages }: TaggedDocument): TaskRecord {
  return {
    code: entry.code,
    status: entry.status,
    passages: entry.passages.map(({ passageId, span, score, evidence }) => {
      const excerpt = cutExcerpt(source, span, evidence, EXCERPT_LENGTH);
      return {
        passageId,
        isCutBefore: excerpt.start > span.start,
        isCutAfter: excerpt.end < span.end,
        headingPath: passages.find(({ id }) => id === passageId)?.headingPath ?? [],
        score: round(score),
        ...excerpt,
      };
    }),
    planPassageIds: entry.planPassages.map(({ passageId }) => passageId),
    particulars: entry.particulars.map(({ kind, span }) => ({
      kind,
      start: span.start,
      end: span.end,
      text: source.slice(span.start, span.end),
    })),
  };
}
