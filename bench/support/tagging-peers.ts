// What the trained tagger is compared with on the dev gold: the lexicon tagger, natural's classifiers on the same folds, and the annotators with one another.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyzer } from '../../src/analyzer';
import {
  collectSpanScores,
  collectSpanTags,
  type EvaluationSample,
  readTagGold,
  type TagGold,
} from '../../src/evaluate';
import type { TaggedDocument } from '../../src/tag';
import { builtinTaxonomy } from '../../src/taxonomy';
import { predictByNatural } from './natural-baselines';

/** A peer with its samples; undefined ones took too long. */
export interface TaggingPeer {
  readonly name: string;
  readonly samples: readonly EvaluationSample[] | undefined;
  /** Whether its scores can be read as probabilities. */
  readonly isCalibrated: boolean;
}

/** The peers on the dev labels of these ids. `folds` are sets of documents. */
export async function listPeers(
  shared: string,
  ids: ReadonlySet<string>,
  folds: readonly ReadonlySet<string>[],
): Promise<readonly TaggingPeer[]> {
  const text = readFileSync(join(shared, 'data/gold/tags.dev.jsonl'), 'utf8');
  const gold = readTagGold(text).filter(({ id }) => ids.has(id));
  const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy, model: 'lexicon' });
  const rows = gold.map((label) => ({
    id: label.id,
    text: label.text ?? '',
    codes: label.codes,
    fold: folds.findIndex((fold) => fold.has(documentOf(label))),
  }));
  const natural = (script: Parameters<typeof predictByNatural>[0]): TaggingPeer['samples'] => {
    const predictions = predictByNatural(script, analyzer, rows, folds.length);
    if (predictions === undefined) return undefined;
    return gold.map((label) => {
      const { codes, best } = predictions.get(label.id) ?? { codes: [], best: null };
      const scores = best === null ? [] : [{ code: best, score: 1 }];
      return { ...createSample(label), predicted: codes, scores };
    });
  };
  const tag = (doc: string): TaggedDocument =>
    analyzer.tag(
      analyzer.parse(readFileSync(join(shared, `data/policies/${doc}.txt`), 'utf8'), { id: doc }),
      { scores: true },
    );
  const tagged = new Map([...new Set(gold.map(documentOf))].map((doc) => [doc, tag(doc)]));
  const lexicon = gold.map((label): EvaluationSample => {
    const passages = tagged.get(documentOf(label))?.passages ?? [];
    const span = label.place?.span ?? { start: 0, end: 0 };
    const predicted = collectSpanTags(span, passages).map(({ code }) => code);
    return { ...createSample(label), predicted, scores: collectSpanScores(span, passages) };
  });
  return [
    { name: 'the lexicon tagger', samples: lexicon, isCalibrated: true },
    {
      name: "natural's logistic regression",
      samples: natural('natural-logistic.cjs'),
      isCalibrated: false,
    },
    { name: "natural's Bayes", samples: natural('natural-bayes.cjs'), isCalibrated: false },
    ...COUPLES.map(([a, b]) => ({
      name: `coder ${b + 1} against coder ${a + 1}`,
      isCalibrated: false,
      samples: gold.map((label) => ({
        ...createSample(label),
        gold: label.coders?.[a] ?? [],
        predicted: label.coders?.[b] ?? [],
      })),
    })),
  ];
}

const COUPLES = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

function documentOf({ place, id }: TagGold): string {
  return place?.doc ?? id;
}

function createSample(label: TagGold): Pick<EvaluationSample, 'id' | 'documentId' | 'gold'> {
  return { id: label.id, documentId: documentOf(label), gold: label.codes };
}
