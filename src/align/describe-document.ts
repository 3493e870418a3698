/**
 * What an alignment says of a document by its counts: measures, concepts, peaks, strength.
 *
 * @module
 */
import type { TaggedDocument, TaggedPassage } from '../tag';
import type { Concept, Taxonomy } from '../taxonomy';
import { computeConvergence, computeCosine, computeJensenShannon } from './agreement';
import { assessBasis, type BasisSettings } from './assess-basis';
import type { ConceptVector } from './check-vectors';
import type { ConceptCounts } from './count-concepts';
import { computeCoverage, computeWeightedCoverage } from './coverage';
import type { DocumentFacts } from './document-facts';
import { computeDiversity, computeEmphasis, computeRelativeEmphasis } from './emphasis';
import { findFormalStrength } from './formal-strength';
import type { AlignmentMeasures, ConceptAlignment, Peak, Strength } from './model';
import { mergeConcept, type PreparedPlan } from './prepare-sides';
import { measureSpecificity } from './specificity';
import { compareVectors, type WordCounts } from './term-vectors';

/** What a document is described against. */
export interface DescriptionContext {
  readonly taxonomy: Pick<Taxonomy, 'schemes'>;
  readonly concepts: readonly Concept[];
  readonly settings: BasisSettings & { readonly threshold: number };
  /** p_k. */
  readonly planEmphasis: ConceptVector;
  /** Undefined where the plan's text is not given. */
  readonly plan: PreparedPlan | undefined;
}

/** The measures of a document, or why it has none. */
export function measureAll(
  { characters, totals }: ConceptCounts,
  { settings, planEmphasis }: DescriptionContext,
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

/** Its scores for each concept. */
export function describeConcepts(
  document: TaggedDocument,
  counts: ConceptCounts,
  facts: DocumentFacts,
  words: readonly WordCounts[],
  { concepts, planEmphasis, plan }: DescriptionContext,
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
      similarity: plan && compareConcept(document, words, plan, at, notation),
      specificity: measureSpecificity(document.passages.filter(hasCode), facts),
    };
  });
}

/** The TF-IDF cosine of the passages of both sides that a concept has. */
function compareConcept(
  document: TaggedDocument,
  words: readonly WordCounts[],
  { conceptVectors, weighting }: PreparedPlan,
  concept: number,
  code: string,
): number | undefined {
  const planned = conceptVectors[concept];
  const own = mergeConcept(document, words, code);
  if (own === undefined || planned === undefined) return undefined;
  return compareVectors(weighting.vectorize(own), planned);
}

/** The concept that it says most about, of each scheme. */
export function findPeaks(
  { characters }: ConceptCounts,
  { concepts, taxonomy }: DescriptionContext,
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

/** Its form and its words. */
export function describeStrength(document: TaggedDocument, { wording }: DocumentFacts): Strength {
  const { value, issuerRank, genreRank } = findFormalStrength(document);
  return { formal: value, issuerRank, genreRank, wording: wording.score, marks: wording.marks };
}
