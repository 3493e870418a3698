/**
 * Says how a passage's score comes about, as a tree whose parts add up to it.
 *
 * @module
 */
import type { ListClause, PhraseScoreClause, ScoreClause } from './clause';
import { readCombination } from './combinations';
import { type ContextScores, DOCUMENT_BEST, SECTION_BEST } from './context-scores';
import type { Demotion } from './demotion';
import type { LengthField } from './index-segment';
import type { Explanation } from './model';
import type { SegmentView } from './ranking-context';
import type { ContextSettings } from './settings';
import { findPosting } from './window';

/** What is explained. */
export interface ExplainOptions {
  /** In the order of `orderClauses`. */
  readonly clauses: readonly ScoreClause[];
  readonly view: SegmentView;
  /** Number of the segment. */
  readonly segment: number;
  readonly ordinal: number;
  readonly demotion: Demotion;
  /** What the context adds; undefined where it adds nothing. */
  readonly context: ContextScores | undefined;
  readonly contextSettings: ContextSettings;
}

/** The explanation of a score: its value is the rawScore. O(clauses · log passages). */
export function explainScore(options: ExplainOptions): Explanation {
  const own = explainOwnScore(options);
  const { context, contextSettings } = options;
  if (context === undefined) return own;
  return createNode('sum', 'the passage and its context', [
    own,
    createNode('product', 'context: the document', [
      createValue(contextSettings.document, 'weight of the document'),
      createValue(context.document, `mean of its ${DOCUMENT_BEST} best scores`),
    ]),
    createNode('product', 'context: the section', [
      createValue(contextSettings.section, 'weight of the section'),
      createValue(context.section, `mean of its ${SECTION_BEST} best scores`),
    ]),
    createNode('product', 'context: the heading', [
      createValue(contextSettings.heading, 'weight of a heading that is the query'),
      createValue(context.heading, 'the own score where there is one'),
    ]),
  ]);
}

function explainOwnScore(options: ExplainOptions): Explanation {
  const { clauses } = options;
  const sum = createNode(
    'sum',
    'what the words of the query add up to',
    clauses.map((clause) => explainClause(clause, options)).filter(isPositive),
  );
  const factors = listDemotions(options);
  if (factors.length === 0) return sum;
  return createNode('product', 'the score of a demoted passage', [sum, ...factors]);
}

function listDemotions({ view, ordinal, demotion }: ExplainOptions): readonly Explanation[] {
  const { kinds, documents } = view.live.segment.passages;
  const kind = kinds[ordinal] ?? 0;
  const documentFactor = demotion.documents?.[documents[ordinal] ?? 0] ?? 1;
  const reason =
    kind === 1 ? 'bareHeading: a bare heading' : 'contents: a line of a table of contents';
  const demotions: Explanation[] = [];
  if (kind !== 0) demotions.push(createValue(demotion.kinds[kind] ?? 1, reason));
  if (documentFactor !== 1) {
    const regional =
      'regional: of a part of the country, or of none of the regions that the query names';
    demotions.push(createValue(documentFactor, regional));
  }
  return demotions;
}

function isPositive({ value }: Explanation): boolean {
  return value > 0;
}

function explainClause(clause: ScoreClause, options: ExplainOptions): Explanation {
  switch (clause.kind) {
    case 'word':
      return explainList(clause, options);
    case 'bigram':
      return explainList(clause, options);
    case 'phrase':
      return explainPhrase(clause, options);
    case 'max':
      return createNode(
        'max',
        'the best of the alternatives',
        clause.alternatives
          .map((parts) =>
            createNode(
              'sum',
              parts.map(({ text }) => text).join(' + '),
              parts.map((part) => explainClause(part, options)).filter(isPositive),
            ),
          )
          .filter(isPositive),
      );
  }
}

function explainList(clause: ListClause, { view, segment, ordinal }: ExplainOptions): Explanation {
  const { words, bigrams } = view.live.segment;
  const { offsets, ordinals } = clause.kind === 'word' ? words : bigrams;
  const list = clause.lists[segment] ?? -1;
  const posting =
    list < 0 ? -1 : findPosting(ordinals, offsets[list] ?? 0, offsets[list + 1] ?? 0, ordinal);
  if (posting < 0) return createValue(0, `no ${clause.text}`);
  const frequency =
    clause.kind === 'word'
      ? explainFrequency(view, posting, ordinal)
      : createNode('quotient', 'counted once, over the norm', [
          createValue(1, 'holds the pair'),
          explainNorm(view, 'bigram', ordinal),
        ]);
  const name = clause.kind === 'word' ? 'word' : 'pair of characters';
  return createNode('product', `${name} ${clause.text}`, [
    createValue(clause.weight, 'weight in the query'),
    createValue(clause.idf, `idf: ${clause.frequency} passages hold it or, if more, a synonym`),
    createValue(view.k1 + 1, 'k1 + 1'),
    createNode('saturation', 'f / (k1 + f)', [frequency, createValue(view.k1, 'k1')]),
  ]);
}

function explainPhrase(
  { text, matches, weight, idf, frequency }: PhraseScoreClause,
  { segment, ordinal }: ExplainOptions,
): Explanation {
  const found = matches[segment];
  if (found === undefined || findPosting(found, 0, found.length, ordinal) < 0) {
    return createValue(0, `no ${text}`);
  }
  return createNode('product', `phrase ${text}`, [
    createValue(weight, 'weight of the phrase'),
    createValue(idf, `idf: ${frequency} passages hold it or, if more, a synonym`),
  ]);
}

function explainFrequency(view: SegmentView, posting: number, ordinal: number): Explanation {
  const combination = readCombination(view.live.segment.words, posting);
  const fields = (['title', 'heading', 'body'] as const).flatMap((field) => {
    const weighted = view.weighted[field][combination] ?? 0;
    if (weighted === 0) return [];
    return createNode('quotient', `in the ${field}, weight × frequency over the norm`, [
      createValue(weighted, 'weight × frequency'),
      explainNorm(view, field, ordinal),
    ]);
  });
  return createNode('sum', 'f: weighted frequency', fields);
}

function explainNorm(view: SegmentView, field: LengthField, ordinal: number): Explanation {
  const { codes, values } = view.live.segment.lengths[field];
  const code = codes[ordinal] ?? 0;
  return createValue(
    view.norms[field][code] ?? 1,
    `norm: 1 − b + b · length / mean length, length ${values[code] ?? 0}`,
  );
}

function createValue(value: number, description: string): Explanation {
  return { value, kind: 'value', description, parts: [] };
}

function createNode(
  kind: Exclude<Explanation['kind'], 'value'>,
  description: string,
  parts: readonly Explanation[],
): Explanation {
  return { value: combineParts(kind, parts), kind, description, parts };
}

function combineParts(kind: Explanation['kind'], parts: readonly Explanation[]): number {
  const values = parts.map(({ value }) => value);
  const [first = 0, second = 0] = values;
  switch (kind) {
    case 'sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'product':
      return values.reduce((product, value) => product * value, 1);
    case 'max':
      return Math.max(0, ...values);
    case 'quotient':
      return first / second;
    case 'saturation':
      return first / (second + first);
    case 'value':
      return first;
  }
}
