/**
 * Correspondences: which passage of the plan each passage of a document answers, and how.
 *
 * @module
 */
import type { TaggedDocument, TaggedPassage } from '../tag';
import type { Correspondence, Relation, TextReuse } from './model';
import { DEFAULT_PAIRING_SETTINGS, type PairingSettings, relatePassages } from './relate-passages';
import { NOTHING_SHARED, type SharedLetters, shareReusedLetters } from './share-reused-letters';
import { countSharedLetters, type PassageRuns, readRuns } from './shared-wording';
import { compareVectors, measureContainment, type TermVector } from './term-vectors';

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
 * The pairing with a plan. Every passage gets the one it has most in common with, if any: by reused letters first, then by similarity; of equal ones that whose reuse was found first. Time grows with the
 * words of the document and how often each occurs in the plan.
 */
export function createPairing(
  plan: ComparedDocument,
  settings: PairingSettings = DEFAULT_PAIRING_SETTINGS,
): PairPassages {
  const postings = indexWords(plan, settings.minLength);
  const runsOf = createRunsCache(plan.document);
  return (compared, reuse) => {
    const reused = shareReusedLetters(compared.document, plan.document, reuse);
    return compared.document.passages.flatMap((passage, i) => {
      const vector = compared.vectors[i];
      const isOut = compared.boilerplate[i] === true || passage.text.length < settings.minLength;
      if (isOut || vector === undefined) return [];
      const candidates = new Set(reused.get(i)?.keys());
      const nearest = findNearest(vector, postings, plan.vectors);
      if (nearest !== undefined) candidates.add(nearest);
      const runs = readRuns(passage.text);
      const pairs = [...candidates].flatMap((j) => {
        const shared = reused.get(i)?.get(j) ?? NOTHING_SHARED;
        const sharedLetters = countSharedLetters(runs, runsOf(j));
        return describePair(passage, vector, plan, j, { shared, sharedLetters }, settings);
      });
      return pairs.sort(comparePairs).slice(0, 1);
    });
  };
}

/** The runs of a document's passages, each read when first asked for. */
function createRunsCache({ passages }: TaggedDocument): (at: number) => PassageRuns {
  const known = new Map<number, PassageRuns>();
  return (at) => {
    const runs = known.get(at) ?? readRuns(passages[at]?.text ?? '');
    known.set(at, runs);
    return runs;
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

/** What two passages have in common, letter by letter. */
interface InCommon {
  readonly shared: SharedLetters;
  readonly sharedLetters: number;
}

function describePair(
  passage: TaggedPassage,
  vector: TermVector,
  plan: ComparedDocument,
  at: number,
  { shared, sharedLetters }: InCommon,
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
  const commonCode = Math.max(
    0,
    ...codes.map((code) => scoreOf(passage, code) * scoreOf(other, code)),
  );
  const facts = { similarity, contained, containing, sharedLetters, commonCode };
  const relation = relatePassages({ ...facts, reused: shared }, settings);
  if (relation === undefined) return [];
  return [{ passageId: passage.id, planPassageId: other.id, relation, ...facts, codes }];
}

/** The score of a passage's tag; 0 where it has none. */
export function scoreOf({ tags }: TaggedPassage, code: string): number {
  return tags.find((tag) => tag.code === code)?.score ?? 0;
}
