/**
 * The aligner: composes counts, measures, reuse, correspondences and ledgers.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import type { TaggedDocument, TaggedPassage } from '../tag';
import { type Concept, listAssignableConcepts, type Taxonomy } from '../taxonomy';
import { computeConvergence, computeCosine, computeJensenShannon } from './agreement';
import { assessBasis, type BasisSettings, DEFAULT_BASIS_SETTINGS } from './assess-basis';
import { markBoilerplate } from './boilerplate';
import { type ConceptVector, sumVector } from './check-vectors';
import { type ConceptCounts, countConcepts } from './count-concepts';
import { computeCoverage, computeWeightedCoverage } from './coverage';
import { type DocumentFacts, gatherFacts } from './document-facts';
import { computeDiversity, computeEmphasis, computeRelativeEmphasis } from './emphasis';
import { createReuseIndex, type ReuseIndex } from './find-reuse';
import { findFormalStrength } from './formal-strength';
import { createIndicatorLedger, type TargetSide } from './indicator-ledger';
import { measureReuse } from './measure-reuse';
import type {
  Alignment,
  AlignmentMeasures,
  ConceptAlignment,
  Correspondence,
  Peak,
  Strength,
  TextReuse,
} from './model';
import { createMeasureNovelty, type IsNewMeasure } from './new-measures';
import { type ComparedDocument, createPairing, type PairPassages } from './pair-passages';
import { prepareDocument } from './reuse-text';
import { measureSpecificity } from './specificity';
import { createTaskLedger } from './task-ledger';
import {
  compareVectors,
  countWords,
  createTermWeighting,
  mergeCounts,
  type TermWeighting,
  type WordCounts,
} from './term-vectors';

/** Settings of the alignment. */
export interface AlignSettings extends BasisSettings {
  /** τ: characters from which on a concept is covered. Raising it asks more of a concept. */
  readonly threshold: number;
  /** Passages of each side that an entry of the task ledger shows. */
  readonly maxPassages: number;
}

/** The defaults of {@link AlignSettings}: τ is a sentence or two. */
export const DEFAULT_ALIGN_SETTINGS: AlignSettings = Object.freeze({
  ...DEFAULT_BASIS_SETTINGS,
  threshold: 60,
  maxPassages: 3,
});

/** What a document is aligned with, and how. */
export interface AlignerParts {
  readonly taxonomy: Taxonomy;
  readonly segmenter: Segmenter;
  /** The plan's text, tagged with the taxonomy; undefined where only the taxonomy is known. */
  readonly plan?: TaggedDocument | undefined;
  readonly settings?: Partial<AlignSettings> | undefined;
}

/** Aligns documents with one plan. Pure. */
export interface Aligner {
  readonly concepts: readonly Concept[];
  /** p_k: the plan's emphasis, or 1/K each. */
  readonly planEmphasis: ConceptVector;
  /** `reference` is the mean emphasis of a set of documents, for relative emphasis. Linear in the document. */
  align(document: TaggedDocument, reference?: ConceptVector): Alignment;
  /** The emphasis of a document; undefined where it is too short or off topic. */
  measureEmphasis(document: TaggedDocument): ConceptVector | undefined;
}

/** An aligner. What the plan's text takes to be compared is prepared once, here: linear in it. */
export function createAligner(parts: AlignerParts): Aligner {
  const concepts = listAssignableConcepts(parts.taxonomy);
  const codes = concepts.map(({ notation }) => notation);
  const settings = { ...DEFAULT_ALIGN_SETTINGS, ...parts.settings };
  const plan = parts.plan === undefined ? undefined : preparePlan(parts.plan, parts, codes);
  const planEmphasis = plan?.emphasis ?? codes.map(() => 1 / codes.length);
  return Object.freeze({
    concepts,
    planEmphasis,
    align: (document: TaggedDocument, reference?: ConceptVector) =>
      alignDocument(
        document,
        { ...parts, concepts, codes, settings, plan, planEmphasis },
        reference,
      ),
    measureEmphasis: (document: TaggedDocument) => {
      const counts = countConcepts(document, codes);
      const isSound = assessBasis(counts.totals, settings) === undefined;
      return isSound ? computeEmphasis(counts.characters) : undefined;
    },
  });
}

/** A plan's text with all that it is compared by. */
interface PreparedPlan extends ComparedDocument {
  readonly words: readonly WordCounts[];
  readonly weighting: TermWeighting;
  readonly emphasis: ConceptVector;
  readonly facts: DocumentFacts;
  readonly index: ReuseIndex;
  readonly pair: PairPassages;
  readonly isNewMeasure: IsNewMeasure;
}

function preparePlan(
  document: TaggedDocument,
  { segmenter }: AlignerParts,
  codes: readonly string[],
): PreparedPlan {
  const words = document.passages.map(({ text }) => countWords(text, segmenter));
  const weighting = createTermWeighting(words);
  const counts = countConcepts(document, codes);
  const compared = {
    document,
    vectors: words.map((each) => weighting.vectorize(each)),
    boilerplate: markBoilerplate(document),
  };
  return {
    ...compared,
    words,
    weighting,
    emphasis:
      sumVector(counts.characters) === 0
        ? codes.map(() => 1 / codes.length)
        : computeEmphasis(counts.characters),
    facts: gatherFacts(document),
    index: createReuseIndex(prepareDocument(document)),
    pair: createPairing(compared),
    isNewMeasure: createMeasureNovelty(document, segmenter),
  };
}

interface Context extends Omit<AlignerParts, 'plan' | 'settings'> {
  readonly concepts: readonly Concept[];
  readonly codes: readonly string[];
  readonly settings: AlignSettings;
  readonly planEmphasis: ConceptVector;
  readonly plan: PreparedPlan | undefined;
}

function alignDocument(
  document: TaggedDocument,
  context: Context,
  reference: ConceptVector | undefined,
): Alignment {
  const { concepts, codes, settings, plan, segmenter } = context;
  const counts = countConcepts(document, codes);
  const facts = gatherFacts(document);
  const words =
    plan === undefined ? [] : document.passages.map(({ text }) => countWords(text, segmenter));
  const compared = comparePlan(document, words, plan);
  const indicators = createIndicatorLedger(
    listTargetSide(document, facts),
    plan && listTargetSide(plan.document, plan.facts),
  );
  return Object.freeze({
    documentId: document.id,
    planDocumentId: plan?.document.id,
    basis: counts.totals,
    measures: measureAll(counts, context),
    concepts: describeConcepts(document, counts, facts, words, context, reference),
    peaks: findPeaks(counts, context),
    strength: describeStrength(document, facts),
    reuse: compared?.reuse,
    correspondences: compared?.correspondences ?? [],
    tasks: createTaskLedger({
      document,
      plan: plan?.document,
      concepts,
      characters: counts.characters,
      facts,
      isNewMeasure: plan?.isNewMeasure ?? (() => false),
      correspondences: compared?.correspondences ?? [],
      indicators,
      threshold: settings.threshold,
      maxPassages: settings.maxPassages,
    }),
    indicators,
  });
}

function listTargetSide(document: TaggedDocument, { targets }: DocumentFacts): TargetSide {
  const tagged = new Set(
    document.passages.filter(({ tags }) => tags.length > 0).map(({ id }) => id),
  );
  return {
    targets,
    isOnTopic: ({ passageId }) => tagged.has(passageId),
    region: document.region,
  };
}

interface Comparison {
  readonly reuse: TextReuse;
  readonly correspondences: readonly Correspondence[];
}

function comparePlan(
  document: TaggedDocument,
  words: readonly WordCounts[],
  plan: PreparedPlan | undefined,
): Comparison | undefined {
  if (plan === undefined) return undefined;
  const text = prepareDocument(document);
  const reuse = measureReuse(text, plan.index, plan.index.find(text));
  const vectors = words.map((each) => plan.weighting.vectorize(each));
  const compared = { document, vectors, boilerplate: markBoilerplate(document) };
  return { reuse, correspondences: plan.pair(compared, reuse) };
}

function measureAll(
  { characters, totals }: ConceptCounts,
  { settings, planEmphasis }: Context,
): AlignmentMeasures {
  const fault = assessBasis(totals, settings);
  if (fault !== undefined) return { kind: 'unmeasured', ...fault };
  const emphasis = computeEmphasis(characters);
  return {
    kind: 'measured',
    coverage: computeCoverage(characters, settings.threshold),
    weightedCoverage: computeWeightedCoverage(characters, planEmphasis, settings.threshold),
    digitalShare: totals.taggedCharacters / totals.characters,
    diversity: computeDiversity(emphasis),
    // Defined: neither side is empty here.
    convergence: computeConvergence(planEmphasis, emphasis) ?? 0,
    cosine: computeCosine(planEmphasis, emphasis) ?? 0,
    jensenShannon: computeJensenShannon(planEmphasis, emphasis) ?? 1,
  };
}

function describeConcepts(
  document: TaggedDocument,
  counts: ConceptCounts,
  facts: DocumentFacts,
  words: readonly WordCounts[],
  { concepts, planEmphasis, plan }: Context,
  reference: ConceptVector | undefined,
): readonly ConceptAlignment[] {
  const emphasis = computeEmphasis(counts.characters);
  const relative =
    reference === undefined ? undefined : computeRelativeEmphasis(emphasis, reference);
  return concepts.map(({ id, notation }, at) => {
    const hasCode = ({ tags }: TaggedPassage): boolean =>
      tags.some(({ code }) => code === notation);
    return {
      conceptId: id,
      code: notation,
      characters: counts.characters[at] ?? 0,
      passages: counts.passages[at] ?? 0,
      emphasis: emphasis[at] ?? 0,
      planEmphasis: planEmphasis[at] ?? 0,
      relativeEmphasis: relative?.[at],
      similarity: plan === undefined ? undefined : compareConcept(document, words, plan, hasCode),
      specificity: measureSpecificity(document.passages.filter(hasCode), facts),
    };
  });
}

/** The TF-IDF cosine of the passages of both sides that a concept has. */
function compareConcept(
  document: TaggedDocument,
  words: readonly WordCounts[],
  plan: PreparedPlan,
  hasCode: (passage: TaggedPassage) => boolean,
): number | undefined {
  const own = words.filter((_, i) => isPassage(document, i, hasCode));
  const planned = plan.words.filter((_, i) => isPassage(plan.document, i, hasCode));
  if (own.length === 0 || planned.length === 0) return undefined;
  const [a, b] = [own, planned].map((each) => plan.weighting.vectorize(mergeCounts(each)));
  return a === undefined || b === undefined ? undefined : compareVectors(a, b);
}

function isPassage(
  { passages }: TaggedDocument,
  at: number,
  hasCode: (passage: TaggedPassage) => boolean,
): boolean {
  const passage = passages[at];
  return passage !== undefined && hasCode(passage);
}

function findPeaks(
  { characters }: ConceptCounts,
  { concepts, taxonomy }: Context,
): readonly Peak[] {
  const emphasis = computeEmphasis(characters);
  return taxonomy.schemes.flatMap(({ id }) => {
    let peak: Peak | undefined;
    concepts.forEach(({ inScheme, notation }, at) => {
      const share = emphasis[at] ?? 0;
      if (inScheme === id && share > (peak?.emphasis ?? 0))
        peak = { scheme: id, code: notation, emphasis: share };
    });
    return peak === undefined ? [] : [peak];
  });
}

function describeStrength(document: TaggedDocument, { wording }: DocumentFacts): Strength {
  const { value, issuerRank, genreRank } = findFormalStrength(document);
  return { formal: value, issuerRank, genreRank, wording: wording.score, marks: wording.marks };
}
