/**
 * The linear model: how features add up to a rawScore per concept.
 *
 * @module
 */
import { type Feature, hasWords, type PassageView } from './features';

/** The weights of the linear model. All are factors without a unit. */
export interface LinearModelWeights {
  /** Factor of the nearest heading; at or above 0. Raising it lets headings tag what stands under them. */
  readonly nearestHeading: number;
  /** Factor of the other headings. */
  readonly outerHeadings: number;
  /** Factor of the document's title. */
  readonly title: number;
  /**
   * How much headings and title together may add, as a multiple of what the text itself adds; at or above 0. Raising it lets context tag a passage
   * whose own words say little.
   */
  readonly contextCap: number;
  /** Factor of each further occurrence of a term in one field, from 0 (only the first counts) to 1 (all count alike). */
  readonly repetition: number;
  /** Length in code units up to which a passage counts in full. */
  readonly fullLength: number;
  /** How much longer passages are discounted, from 0 (not at all) to 1 (in proportion), as b in BM25. */
  readonly lengthDiscount: number;
}

/** What a model says about one concept: the sum, and what it is the sum of. */
export interface ConceptScore {
  /** Index into the tagger's concepts. */
  readonly concept: number;
  /** Any finite number. */
  readonly rawScore: number;
  /** Those of the concept, in the order given. */
  readonly features: readonly Feature[];
  /** What each feature contributes, in the order of `features`; they add up to the rawScore. */
  readonly weights: readonly number[];
}

/** Adds features up. Pure. */
export interface TagModel {
  /** The concepts that have features, by index, ascending. */
  score(features: readonly Feature[], view: PassageView): readonly ConceptScore[];
}

/**
 * A linear model of features.
 *
 * rawScore = Σ value × field factor × repetition^(earlier occurrences of the term in the field) × length discount. The discount is for the
 * text only: a passage of n times the full length counts 1 / (1 + lengthDiscount × (n − 1)). The sum of headings and title is scaled down to `contextCap`
 * times the sum of the text. Linear in the features.
 */
export function createLinearModel(weights: LinearModelWeights): TagModel {
  return Object.freeze({
    score(features: readonly Feature[], view: PassageView): readonly ConceptScore[] {
      const discount = discountLength(view.text.length, weights);
      const nearest = findNearestHeading(view);
      const factorOf = (feature: Feature): number =>
        feature.field === 'text' ? discount : weighField(feature, nearest, weights);
      return groupByConcept(features).map(([concept, own]) =>
        scoreConcept(concept, own, factorOf, weights),
      );
    },
  });
}

function groupByConcept(
  features: readonly Feature[],
): readonly (readonly [number, readonly Feature[]])[] {
  const groups = new Map<number, Feature[]>();
  for (const feature of features) {
    const group = groups.get(feature.concept);
    if (group === undefined) groups.set(feature.concept, [feature]);
    else group.push(feature);
  }
  return [...groups].sort(([a], [b]) => a - b);
}

function scoreConcept(
  concept: number,
  features: readonly Feature[],
  factorOf: (feature: Feature) => number,
  { repetition, contextCap }: LinearModelWeights,
): ConceptScore {
  const seen = new Map<number, number>();
  let own = 0;
  let context = 0;
  const weights = features.map((feature) => {
    const place = placeOf(feature);
    const earlier = seen.get(place) ?? 0;
    seen.set(place, earlier + 1);
    const weight = feature.value * factorOf(feature) * repetition ** earlier;
    if (feature.field === 'text') own += weight;
    else context += weight;
    return weight;
  });
  const allowed = contextCap * Math.max(0, own);
  if (context <= allowed) return { concept, rawScore: own + context, features, weights };
  const scale = allowed / context;
  const scaled = weights.map((weight, i) =>
    features[i]?.field === 'text' ? weight : weight * scale,
  );
  return { concept, rawScore: own + allowed, features, weights: scaled };
}

/** Fields that a term is counted in apart from others: the text, the title, each heading. */
const MAX_FIELDS = 64;

/** A number for the term in its field; headings beyond the 62nd count as one field. */
function placeOf({ field, headingIndex, key }: Feature): number {
  const place = field === 'text' ? 0 : field === 'title' ? 1 : 2 + Math.min(headingIndex, 61);
  return key * MAX_FIELDS + place;
}

function discountLength(
  length: number,
  { fullLength, lengthDiscount }: LinearModelWeights,
): number {
  return length <= fullLength ? 1 : 1 / (1 + lengthDiscount * (length / fullLength - 1));
}

/** The innermost heading that has words beside its number. */
function findNearestHeading(view: PassageView): number {
  return view.headings.findLastIndex(hasWords);
}

function weighField(
  { field, headingIndex }: Feature,
  nearest: number,
  weights: LinearModelWeights,
): number {
  if (field === 'title') return weights.title;
  return headingIndex === nearest ? weights.nearestHeading : weights.outerHeadings;
}
