/**
 * Counts what a document says of each concept: the n_k that the measures are made of.
 *
 * @module
 */
import type { TaggedDocument, TaggedPassage } from '../tag';

/** What a document says of the concepts of a plan, in characters. */
export interface ConceptCounts {
  /** n_k: characters of the passages tagged k, a passage with several tags shared among them by score. In the order of the codes. */
  readonly characters: readonly number[];
  /** Passages tagged k. */
  readonly passages: readonly number[];
  /** Of the document as a whole. */
  readonly totals: CountTotals;
}

/** What the counts rest on. */
export interface CountTotals {
  /** All, tagged or not. */
  readonly passages: number;
  /** UTF-16 code units of the reading text of all passages, white space left out. */
  readonly characters: number;
  /** Those with a tag of one of the codes. */
  readonly taggedPassages: number;
  /** Characters of tagged passages, each once. */
  readonly taggedCharacters: number;
  /** Mean score of all tags; undefined without tags. */
  readonly meanScore: number | undefined;
  /** Share of tagged passages that the tagger itself is unsure of; undefined without tagged passages. */
  readonly unsureShare: number | undefined;
}

/**
 * What a document says of each of `codes`. Characters are UTF-16 code units of the reading text, white space left out. Tags with other codes are passed over.
 * Linear in the text.
 */
export function countConcepts(document: TaggedDocument, codes: readonly string[]): ConceptCounts {
  const place = new Map(codes.map((code, concept) => [code, concept]));
  const characters = codes.map(() => 0);
  const passages = codes.map(() => 0);
  const scores: number[] = [];
  let [all, taggedPassages, taggedCharacters, unsure] = [0, 0, 0, 0];
  for (const passage of document.passages) {
    const length = countCharacters(passage.text);
    all += length;
    const shares = shareAmongConcepts(passage, place);
    if (shares.length === 0) continue;
    taggedPassages += 1;
    taggedCharacters += length;
    if (passage.confidence === 'low') unsure += 1;
    for (const { concept, share, score } of shares) {
      characters[concept] = (characters[concept] ?? 0) + length * share;
      passages[concept] = (passages[concept] ?? 0) + 1;
      scores.push(score);
    }
  }
  return {
    characters,
    passages,
    totals: {
      passages: document.passages.length,
      characters: all,
      taggedPassages,
      taggedCharacters,
      meanScore: scores.length === 0 ? undefined : mean(scores),
      unsureShare: taggedPassages === 0 ? undefined : unsure / taggedPassages,
    },
  };
}

interface ConceptShare {
  readonly concept: number;
  readonly share: number;
  readonly score: number;
}

function shareAmongConcepts(
  { tags }: TaggedPassage,
  place: ReadonlyMap<string, number>,
): readonly ConceptShare[] {
  const known = tags.flatMap(({ code, score }) => {
    const concept = place.get(code);
    return concept === undefined ? [] : [{ concept, score }];
  });
  const sum = known.reduce((total, { score }) => total + score, 0);
  return known.map(({ concept, score }) => ({
    concept,
    score,
    share: sum === 0 ? 1 / known.length : score / sum,
  }));
}

/** Code units that are no white space. */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at += 1) if (isSpace(text.charCodeAt(at))) count -= 1;
  return count;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0x3000 || unit === 0xa0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
