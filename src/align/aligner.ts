/**
 * The aligner: composes counts, measures, reuse, correspondences and ledgers.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import type { Segmenter } from '../segment';
import type { TaggedDocument } from '../tag';
import { type Concept, listAssignableConcepts, type Taxonomy } from '../taxonomy';
import { assessBasis, type BasisSettings, DEFAULT_BASIS_SETTINGS } from './assess-basis';
import { markBoilerplate } from './boilerplate';
import type { ConceptVector } from './check-vectors';
import {
  type DescriptionContext,
  describeConcepts,
  describeStrength,
  findPeaks,
  measureAll,
} from './describe-document';
import { type DocumentFacts, gatherFacts } from './document-facts';
import { computeEmphasis } from './emphasis';
import { createIndicatorLedger, type TargetSide } from './indicator-ledger';
import { measureReuse } from './measure-reuse';
import type { Alignment, Correspondence, TextReuse } from './model';
import { createTopicTest } from './nearness';
import {
  type PreparedDocument,
  type PreparedPlan,
  preparePlan,
  prepareSide,
} from './prepare-sides';
import { createTaskLedger } from './task-ledger';
import { countWords, type WordCounts } from './term-vectors';

/** Settings of the alignment. */
export interface AlignSettings extends BasisSettings {
  /** τ: characters from which on a concept is covered. Raising it asks more of a concept. */
  readonly threshold: number;
  /** Passages of each side that an entry of the task ledger shows. */
  readonly maxPassages: number;
  /** Score in [0, 1] that the tag of a passage needs for what it names to extend the plan: 0.5 is more probably about the task than not. Raising it tells fewer tasks as `extended`. */
  readonly minScoreToExtend: number;
}

/** The defaults of {@link AlignSettings}: τ is a sentence or two. */
export const DEFAULT_ALIGN_SETTINGS: AlignSettings = Object.freeze({
  ...DEFAULT_BASIS_SETTINGS,
  threshold: 60,
  maxPassages: 3,
  minScoreToExtend: 0.5,
});

/** What a document is aligned with, and how. */
export interface AlignerParts {
  /** The plan as data; its assignable concepts are what is measured. */
  readonly taxonomy: Taxonomy;
  /** Cuts both sides into words, for TF-IDF and for what is new. */
  readonly segmenter: Segmenter;
  /** The plan's text, tagged with the taxonomy; undefined where only the taxonomy is known. */
  readonly plan?: TaggedDocument | undefined;
  /** What is left out is as in {@link DEFAULT_ALIGN_SETTINGS}. */
  readonly settings?: Partial<AlignSettings> | undefined;
}

/** Aligns documents with one plan. Pure. */
export interface Aligner {
  /** The assignable ones, in the order of the taxonomy: that of every vector. */
  readonly concepts: readonly Concept[];
  /** Those given, the defaults for what was left out. */
  readonly settings: AlignSettings;
  /** p_k: the plan's emphasis, or 1/K each. */
  readonly planEmphasis: ConceptVector;
  /** What is doubtful about the plan's text: `plan-covers-little` where it hardly speaks of the taxonomy's tasks. */
  readonly planDiagnostics: readonly Diagnostic[];
  /** A document with what the other methods need of it. Linear in the document. */
  prepare(document: TaggedDocument): PreparedDocument;
  /** `reference` is the mean emphasis of a set of documents, for relative emphasis. Linear in the document. */
  align(prepared: PreparedDocument, reference?: ConceptVector): Alignment;
  /** The emphasis of a document; undefined where it is too short or off topic. */
  measureEmphasis(prepared: PreparedDocument): ConceptVector | undefined;
}

/** An aligner. What the plan's text takes to be compared is prepared once, here: linear in it. */
export function createAligner(parts: AlignerParts): Aligner {
  const concepts = listAssignableConcepts(parts.taxonomy);
  const codes = concepts.map(({ notation }) => notation);
  const settings = Object.freeze({ ...DEFAULT_ALIGN_SETTINGS, ...parts.settings });
  const plan =
    parts.plan === undefined
      ? undefined
      : preparePlan(parts.plan, parts.segmenter, codes, settings.threshold);
  const planEmphasis = plan?.emphasis ?? codes.map(() => 1 / codes.length);
  const context = { ...parts, concepts, settings, plan, planEmphasis };
  return Object.freeze({
    concepts,
    settings,
    planEmphasis,
    planDiagnostics: plan?.diagnostics ?? [],
    prepare: (document: TaggedDocument) => prepareSide(document, codes),
    align: (prepared: PreparedDocument, reference?: ConceptVector) =>
      alignDocument(prepared, context, reference),
    measureEmphasis: ({ counts }: PreparedDocument) => {
      const isSound = assessBasis(counts.totals, settings) === undefined;
      return isSound ? computeEmphasis(counts.characters) : undefined;
    },
  });
}

interface Context extends DescriptionContext {
  readonly segmenter: Segmenter;
  readonly settings: AlignSettings;
}

function alignDocument(
  prepared: PreparedDocument,
  context: Context,
  reference: ConceptVector | undefined,
): Alignment {
  const { concepts, settings, plan, segmenter } = context;
  const { document, counts } = prepared;
  const facts = gatherFacts(document);
  const words =
    plan === undefined ? [] : document.passages.map(({ text }) => countWords(text, segmenter));
  const compared = comparePlan(prepared, words, plan);
  const indicators = createIndicatorLedger(
    listTargetSide(document, facts),
    plan && listTargetSide(plan.document, plan.facts),
  );
  return Object.freeze({
    documentId: document.id,
    planDocumentId: plan?.document.id,
    planDiagnostics: plan?.diagnostics ?? [],
    basis: counts.totals,
    measures: measureAll(counts, context),
    concepts: describeConcepts(document, counts, facts, words, context, reference),
    peaks: findPeaks(counts, context),
    strength: describeStrength(document, facts),
    reuse: compared?.reuse,
    correspondences: compared?.correspondences ?? [],
    tasks: createTaskLedger({
      document,
      planned: plan?.byCode,
      concepts,
      characters: counts.characters,
      facts,
      isNewName: plan?.isNewName,
      correspondences: compared?.correspondences ?? [],
      indicators,
      threshold: settings.threshold,
      maxPassages: settings.maxPassages,
      minScoreToExtend: settings.minScoreToExtend,
    }),
    indicators,
  });
}

function listTargetSide(document: TaggedDocument, { targets }: DocumentFacts): TargetSide {
  const passages = new Map(document.passages.map((passage) => [passage.id, passage]));
  const isOnTopic = createTopicTest(document.source);
  return {
    targets,
    isOnTopic: ({ passageId, span }) => {
      const passage = passages.get(passageId);
      return passage !== undefined && isOnTopic(passage, span);
    },
    region: document.region,
  };
}

interface Comparison {
  readonly reuse: TextReuse;
  readonly correspondences: readonly Correspondence[];
}

function comparePlan(
  { document, letters }: PreparedDocument,
  words: readonly WordCounts[],
  plan: PreparedPlan | undefined,
): Comparison | undefined {
  if (plan === undefined) return undefined;
  const reuse = measureReuse(letters, plan.index, plan.index.find(letters));
  const vectors = words.map((each) => plan.weighting.vectorize(each));
  const compared = { document, vectors, boilerplate: markBoilerplate(document) };
  return { reuse, correspondences: plan.pair(compared, reuse) };
}
