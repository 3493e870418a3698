/**
 * The linear model: how features add up to a rawScore per concept.
 *
 * @module
 */
import type { Feature, PassageView } from './features';

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

/** A feature with the weight that the model gives it. */
export interface WeighedFeature extends Feature {
  readonly weight: number;
}

/** What a model says about one concept: the sum, and what it is the sum of. */
export interface ConceptScore {
  readonly concept: number;
  readonly rawScore: number;
  readonly features: readonly WeighedFeature[];
}

/** Adds features up. Pure. */
export interface TagModel {
  /** The concepts that have features, by index, ascending. */
  score(features: readonly Feature[], view: PassageView): readonly ConceptScore[];
}

/**
 * A model in which rawScore = Σ value × field factor × repetition^(earlier occurrences of the term in the field) × length discount, the discount
 * for the text only, and the features of headings and title scaled down to `contextCap` times the text's own sum. The discount of a passage n times the full length is 1 / (1 + lengthDiscount × (n − 1)). Linear in the features.
 */
export function createLinearModel(weights: LinearModelWeights): TagModel {
  return Object.freeze({
    score(features: readonly Feature[], view: PassageView): readonly ConceptScore[] {
      const discount = discountLength(view.text.length, weights);
      const nearest = findNearestHeading(view);
      const seen = new Map<string, number>();
      const byConcept = new Map<number, WeighedFeature[]>();
      for (const feature of features) {
        const key = `${String(feature.concept)} ${feature.field}${String(feature.headingIndex)} ${feature.term}`;
        const earlier = seen.get(key) ?? 0;
        seen.set(key, earlier + 1);
        const factor = feature.field === 'text' ? discount : weighField(feature, nearest, weights);
        const weight = feature.value * factor * weights.repetition ** earlier;
        const list = byConcept.get(feature.concept);
        if (list === undefined) byConcept.set(feature.concept, [{ ...feature, weight }]);
        else list.push({ ...feature, weight });
      }
      return [...byConcept].sort(([a], [b]) => a - b).map(([concept, list]) => sumFeatures(concept, capContext(list, weights.contextCap)));
    },
  });
}

function sumFeatures(concept: number, features: readonly WeighedFeature[]): ConceptScore {
  return { concept, rawScore: sumWeights(features), features };
}

function sumWeights(features: readonly WeighedFeature[]): number {
  return features.reduce((sum, { weight }) => sum + weight, 0);
}

/** The features with those of headings and title scaled down to the cap. */
function capContext(features: readonly WeighedFeature[], cap: number): readonly WeighedFeature[] {
  const own = sumWeights(features.filter(({ field }) => field === 'text'));
  const context = sumWeights(features) - own;
  const allowed = cap * Math.max(0, own);
  if (context <= allowed) return features;
  const scale = allowed / context;
  return features.map((feature) => (feature.field === 'text' ? feature : { ...feature, weight: feature.weight * scale }));
}

function discountLength(length: number, { fullLength, lengthDiscount }: LinearModelWeights): number {
  return length <= fullLength ? 1 : 1 / (1 + lengthDiscount * (length / fullLength - 1));
}

/** The innermost heading that has words beside its number. */
function findNearestHeading(view: PassageView): number {
  return view.headings.findLastIndex((heading) => heading.length > 4);
}

function weighField({ field, headingIndex }: Feature, nearest: number, weights: LinearModelWeights): number {
  if (field === 'title') return weights.title;
  return headingIndex === nearest ? weights.nearestHeading : weights.outerHeadings;
}
