/**
 * Correspondences: which passage of the plan each passage of a document answers, and how.
 *
 * @module
 */
import type { TaggedDocument, TaggedPassage } from '../tag';
import type { Span } from '../text';
import type { Correspondence, Relation, TextReuse } from './model';
import { compareVectors, measureContainment, type TermVector } from './term-vectors';

/** From where on passages correspond. All in [0, 1]. */
export interface PairingSettings {
  /** Least similarity of passages that share no code; those that do need `minRelated`. Raising either pairs fewer passages. */
  readonly minSimilar: number;
  readonly minRelated: number;
  /** Share of a passage that the other has to hold to be its whole. */
  readonly minContained: number;
  /** The same for `exact`, of reused letters. */
  readonly minExact: number;
  /** Characters that a passage needs to correspond to anything: rows of tables and bare headings are told by chance. */
  readonly minLength: number;
}

/** The defaults of {@link PairingSettings}. */
export const DEFAULT_PAIRING_SETTINGS: PairingSettings = Object.freeze({
  minSimilar: 0.3,
  minRelated: 0.18,
  minContained: 0.5,
  minExact: 0.95,
  minLength: 40,
});

/** The passages of a document with what they are compared by. */
export interface ComparedDocument {
  readonly document: TaggedDocument;
  readonly vectors: readonly TermVector[];
  /** Whether each passage is boilerplate, which corresponds to nothing. */
  readonly boilerplate: readonly boolean[];
}

/** Pairs the passages of documents with those of one plan. */
export type PairPassages = (
  compared: ComparedDocument,
  reuse: TextReuse,
) => readonly Correspondence[];

/**
 * The pairing with a plan. Every passage gets the one it has most in common with, if any: by reused letters first, then by similarity, ties by place in the plan. Time grows with the
 * words of the document and how often each occurs in the plan.
 */
export function createPairing(
  plan: ComparedDocument,
  settings: PairingSettings = DEFAULT_PAIRING_SETTINGS,
): PairPassages {
  const postings = indexWords(plan, settings.minLength);
  return (compared, reuse) => {
    const reused = shareReusedLetters(compared.document, plan.document, reuse);
    return compared.document.passages.flatMap((passage, i) => {
      const vector = compared.vectors[i];
      const isOut = compared.boilerplate[i] === true || passage.text.length < settings.minLength;
      if (isOut || vector === undefined) return [];
      const candidates = new Set(reused.get(i)?.keys());
      const nearest = findNearest(vector, postings, plan.vectors);
      if (nearest !== undefined) candidates.add(nearest);
      const pairs = [...candidates].flatMap((j) => {
        const shared = reused.get(i)?.get(j) ?? NOTHING_SHARED;
        return describePair(passage, vector, plan, j, shared, settings);
      });
      return pairs.sort(comparePairs).slice(0, 1);
    });
  };
}

const RELATIONS: readonly Relation[] = ['exact', 'close', 'broad', 'narrow', 'related'];

function comparePairs(a: Correspondence, b: Correspondence): number {
  return (
    RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
    b.contained + b.containing - a.contained - a.containing ||
    b.similarity - a.similarity
  );
}

type Postings = ReadonlyMap<string, readonly number[]>;

function indexWords(
  { document, vectors, boilerplate }: ComparedDocument,
  minLength: number,
): Postings {
  const postings = new Map<string, number[]>();
  vectors.forEach(({ weights }, passage) => {
    const length = document.passages[passage]?.text.length ?? 0;
    if (boilerplate[passage] === true || length < minLength) return;
    for (const word of weights.keys()) {
      const list = postings.get(word);
      if (list === undefined) postings.set(word, [passage]);
      else list.push(passage);
    }
  });
  return postings;
}

function findNearest(
  vector: TermVector,
  postings: Postings,
  vectors: readonly TermVector[],
): number | undefined {
  const dots = new Map<number, number>();
  for (const [word, weight] of vector.weights) {
    for (const passage of postings.get(word) ?? []) {
      const other = vectors[passage]?.weights.get(word) ?? 0;
      dots.set(passage, (dots.get(passage) ?? 0) + weight * other);
    }
  }
  let [best, bestCosine] = [-1, 0];
  for (const [passage, dot] of dots) {
    const cosine = dot / (vectors[passage]?.length ?? 1);
    if (cosine > bestCosine || (cosine === bestCosine && passage < best))
      [best, bestCosine] = [passage, cosine];
  }
  return best === -1 ? undefined : best;
}

interface SharedLetters {
  /** Shares of the two passages that are reused, in [0, 1]. */
  readonly own: number;
  readonly plan: number;
  readonly identity: number;
}

const NOTHING_SHARED: SharedLetters = { own: 0, plan: 0, identity: 0 };

function describePair(
  passage: TaggedPassage,
  vector: TermVector,
  plan: ComparedDocument,
  at: number,
  shared: SharedLetters,
  settings: PairingSettings,
): readonly Correspondence[] {
  const [other, otherVector] = [plan.document.passages[at], plan.vectors[at]];
  if (other === undefined || otherVector === undefined) return [];
  if (other.text.length < settings.minLength) return [];
  const similarity = compareVectors(vector, otherVector);
  const contained = Math.max(shared.own, measureContainment(vector, otherVector));
  const containing = Math.max(shared.plan, measureContainment(otherVector, vector));
  const codes = passage.tags
    .map(({ code }) => code)
    .filter((code) => other.tags.some((tag) => tag.code === code));
  const facts = { similarity, contained, containing, shared, hasCode: codes.length > 0 };
  const relation = findRelation(facts, settings);
  if (relation === undefined) return [];
  const ids = { passageId: passage.id, planPassageId: other.id };
  return [{ ...ids, relation, similarity, contained, containing, codes }];
}

interface PairFacts {
  readonly similarity: number;
  readonly contained: number;
  readonly containing: number;
  readonly shared: SharedLetters;
  readonly hasCode: boolean;
}

function findRelation(
  { similarity, contained, containing, shared, hasCode }: PairFacts,
  { minSimilar, minRelated, minContained, minExact }: PairingSettings,
): Relation | undefined {
  if (Math.min(shared.own, shared.plan, shared.identity) >= minExact) return 'exact';
  const isPart = contained >= minContained;
  const holdsPart = containing >= minContained;
  // Words of a very short passage stand in many long ones: containment alone says nothing.
  const isAlike = similarity >= minRelated || shared.own >= minContained;
  if (!isAlike) return undefined;
  if (isPart && holdsPart) return 'close';
  if (isPart) return 'broad';
  if (holdsPart) return 'narrow';
  return similarity >= minSimilar || hasCode ? 'related' : undefined;
}

/** Of each passage, the plan's passages that it shares letters with. A stretch over several passages is divided by its length. */
function shareReusedLetters(
  document: TaggedDocument,
  plan: TaggedDocument,
  { stretches }: TextReuse,
): ReadonlyMap<number, ReadonlyMap<number, SharedLetters>> {
  const shared = new Map<number, Map<number, SharedLetters>>();
  for (const { span, planSpan, identity } of stretches) {
    for (const i of findPassages(document, span)) {
      const passage = document.passages[i];
      if (passage === undefined) continue;
      const own = intersect(span, passage.span);
      const mirrored = mirror(own, span, planSpan);
      for (const j of findPassages(plan, mirrored)) {
        const other = plan.passages[j];
        if (other === undefined) continue;
        const theirs = intersect(mirrored, other.span);
        const back = mirror(theirs, planSpan, span);
        const before = shared.get(i)?.get(j) ?? NOTHING_SHARED;
        const pair = {
          own: Math.min(1, before.own + lengthOf(intersect(back, own)) / lengthOf(passage.span)),
          plan: Math.min(1, before.plan + lengthOf(theirs) / lengthOf(other.span)),
          identity: Math.max(before.identity, identity),
        };
        const pairs = shared.get(i) ?? new Map<number, SharedLetters>();
        shared.set(i, pairs.set(j, pair));
      }
    }
  }
  return shared;
}

/** Where a part of `from` lies in `to`, by proportion. */
function mirror(part: Span, from: Span, to: Span): Span {
  const scale = lengthOf(to) / Math.max(1, lengthOf(from));
  return {
    start: Math.round(to.start + (part.start - from.start) * scale),
    end: Math.round(to.start + (part.end - from.start) * scale),
  };
}

function intersect(a: Span, b: Span): Span {
  const start = Math.max(a.start, b.start);
  return { start, end: Math.max(start, Math.min(a.end, b.end)) };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** The indices of the passages that a span touches, by binary search. */
function findPassages({ passages }: TaggedDocument, { start, end }: Span): readonly number[] {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.span.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < passages.length && (passages[at]?.span.start ?? 0) < end; at += 1)
    found.push(at);
  return found;
}
