// BM25F as the formula says it, passage by passage: the oracle of the search engine.
// Robertson & Zaragoza 2009: The Probabilistic Relevance Framework: BM25 and Beyond, sections 3.4 and 3.6.

/** A passage as the oracle sees it: the terms of its fields. */
export interface NaivePassage {
  readonly id: string;
  readonly title?: readonly string[];
  readonly heading?: readonly string[];
  readonly body: readonly string[];
}

export interface NaiveField {
  readonly weight: number;
  readonly b: number;
}

export interface NaiveSettings {
  readonly k1: number;
  readonly title: NaiveField;
  readonly heading: NaiveField;
  readonly body: NaiveField;
}

export interface NaiveHit {
  readonly id: string;
  readonly rawScore: number;
}

const FIELDS = ['title', 'heading', 'body'] as const;

function holds(passage: NaivePassage, term: string): boolean {
  return FIELDS.some((field) => passage[field]?.includes(term) ?? false);
}

/** Every passage that holds a term, best first, ties in the order given. The rarest terms are summed first, ties as asked. */
export function searchNaively(
  passages: readonly NaivePassage[],
  query: readonly string[],
  settings: NaiveSettings,
): readonly NaiveHit[] {
  const { k1 } = settings;
  const means = Object.fromEntries(
    FIELDS.map((field) => [
      field,
      passages.reduce((sum, passage) => sum + (passage[field]?.length ?? 0), 0) / passages.length,
    ]),
  );
  const terms = [...new Set(query)]
    .map((term) => {
      const n = passages.filter((passage) => holds(passage, term)).length;
      const idf = Math.log(1 + (passages.length - n + 0.5) / (n + 0.5));
      const weight = query.filter((other) => other === term).length;
      return { term, factor: weight * idf * (k1 + 1), n };
    })
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.factor - a.factor);
  return passages
    .filter((passage) => terms.some(({ term }) => holds(passage, term)))
    .map((passage, position) => {
      let rawScore = 0;
      for (const { term, factor } of terms) {
        let frequency = 0;
        for (const field of FIELDS) {
          const words = passage[field] ?? [];
          const count = words.filter((word) => word === term).length;
          if (count === 0) continue;
          const { weight, b } = settings[field];
          frequency += (weight * count) / (1 - b + b * (words.length / means[field]!));
        }
        rawScore += factor * (frequency / (k1 + frequency));
      }
      return { id: passage.id, rawScore, position };
    })
    .sort((a, b) => b.rawScore - a.rawScore || a.position - b.position)
    .map(({ id, rawScore }) => ({ id, rawScore }));
}
