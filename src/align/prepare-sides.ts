/**
 * What is made of a document, and of a plan's text, to be compared: once each.
 *
 * @module
 */
import type { Diagnostic } from '../errors';
import type { Segmenter } from '../segment';
import type { TaggedDocument } from '../tag';
import { assessPlan } from './assess-plan';
import { markBoilerplate } from './boilerplate';
import { type ConceptVector, sumVector } from './check-vectors';
import { type ConceptCounts, countConcepts } from './count-concepts';
import { type DocumentFacts, gatherFacts } from './document-facts';
import { computeEmphasis } from './emphasis';
import { createReuseIndex, type ReuseIndex } from './find-reuse';
import { createNovelty, type IsNewName } from './new-names';
import { createPairing, type PairPassages } from './pair-passages';
import { prepareDocument, type ReuseText } from './reuse-text';
import { groupByCode, type PassagesByCode } from './task-ledger';
import {
  countWords,
  createTermWeighting,
  mergeCounts,
  type TermVector,
  type TermWeighting,
  type WordCounts,
} from './term-vectors';

/** A document with what alignment, ranking and the search for copies need of it, each made once. */
export interface PreparedDocument {
  /** The document itself, as it was given. */
  readonly document: TaggedDocument;
  /** n_k of each concept, and their totals. */
  readonly counts: ConceptCounts;
  /** Its passages as letters, for text reuse. */
  readonly letters: ReuseText;
}

/** The document prepared. Linear. */
export function prepareSide(document: TaggedDocument, codes: readonly string[]): PreparedDocument {
  return Object.freeze({
    document,
    counts: countConcepts(document, codes),
    letters: prepareDocument(document),
  });
}

/** A plan's text with all that it is compared by. */
export interface PreparedPlan {
  readonly document: TaggedDocument;
  readonly weighting: TermWeighting;
  /** The vector of all passages of a concept together, in the order of the codes; undefined where there are none. */
  readonly conceptVectors: readonly (TermVector | undefined)[];
  readonly byCode: PassagesByCode;
  readonly emphasis: ConceptVector;
  readonly facts: DocumentFacts;
  readonly index: ReuseIndex;
  readonly pair: PairPassages;
  readonly isNewName: IsNewName;
  readonly diagnostics: readonly Diagnostic[];
}

/** A plan's text prepared. Linear. */
export function preparePlan(
  document: TaggedDocument,
  segmenter: Segmenter,
  codes: readonly string[],
  threshold: number,
): PreparedPlan {
  const words = document.passages.map(({ text }) => countWords(text, segmenter));
  const weighting = createTermWeighting(words);
  const { characters } = countConcepts(document, codes);
  return {
    document,
    weighting,
    conceptVectors: codes.map((code) => {
      const merged = mergeConcept(document, words, code);
      return merged === undefined ? undefined : weighting.vectorize(merged);
    }),
    byCode: groupByCode(document),
    emphasis:
      sumVector(characters) === 0 ? codes.map(() => 1 / codes.length) : computeEmphasis(characters),
    facts: gatherFacts(document),
    index: createReuseIndex(prepareDocument(document)),
    pair: createPairing({
      document,
      vectors: words.map((each) => weighting.vectorize(each)),
      boilerplate: markBoilerplate(document),
    }),
    isNewName: createNovelty(document, segmenter),
    diagnostics: assessPlan(document, characters, threshold),
  };
}

/** The words of the passages with a code together; undefined where there are none. `words` are those of the passages, in their order. */
export function mergeConcept(
  { passages }: TaggedDocument,
  words: readonly WordCounts[],
  code: string,
): WordCounts | undefined {
  const own = words.filter((_, i) => passages[i]?.tags.some((tag) => tag.code === code));
  return own.length === 0 ? undefined : mergeCounts(own);
}
