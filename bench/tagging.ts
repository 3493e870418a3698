/**
 * How good are the tags? Precision, recall and F1 against the dev gold, whole documents tagged, beside label names only, natural's Bayes
 * classifier in 5-fold cross-validation by document, and the majority class. `npm run bench tagging`; `npx tsx bench/tagging.ts --train` for the training labels.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analyzer, createAnalyzer } from '../src/analyzer';
import { bootstrapInterval, collectSpanTags, scoreTags, type TagSample } from '../src/evaluate';
import type { TaggedDocument } from '../src/tag';
import { builtinTaxonomy, listAssignableConcepts, type Taxonomy } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared';
import { predictByNatural } from './support/natural-baselines';

interface GoldRow {
  readonly id: string;
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly codes: readonly string[];
  readonly coders?: readonly (readonly string[])[];
}

const FOLDS = 5;
const codes = listAssignableConcepts(builtinTaxonomy).map(({ notation }) => notation);

if (sharedFolder === undefined)
  print('tagging: needs the shared data, set ZHENGCE_SHARED to its folder');
else await report(sharedFolder);

async function report(shared: string): Promise<void> {
  const name = process.argv.includes('--train') ? 'tags.train.jsonl' : 'tags.dev.jsonl';
  const gold = readFileSync(join(shared, 'data/gold', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRow);
  // The trained model has seen these labels: how it does on documents that it has not seen is bench/tagging-cross-validation.ts.
  const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy, model: 'lexicon' });
  const ours = predictWith(analyzer, gold, shared);
  print(
    `${name}: ${String(gold.length)} passages of ${String(new Set(gold.map(({ doc }) => doc)).size)} documents, ${String(gold.filter((row) => row.codes.length === 0).length)} without a code\n`,
  );
  print('| | precision | recall | micro-F1 (95 % interval) | macro-F1 (95 % interval) | exact |');
  print('|---|---|---|---|---|---|');
  printRow('the lexicon tagger', gold, ours);
  printRow(
    'label names only',
    gold,
    predictWith(await createAnalyzer({ taxonomy: keepLabels(builtinTaxonomy) }), gold, shared),
  );
  printRow("natural's Bayes, 5-fold by document", gold, predictByBayes(analyzer, gold));
  printRow('majority class', gold, predictMajority(gold));
  printRow(
    'no code for all',
    gold,
    gold.map(() => []),
  );
  for (const [a, b] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    if (gold.every(({ coders }) => coders !== undefined)) {
      const first = gold.map((row) => ({ ...row, codes: row.coders?.[a] ?? [] }));
      printRow(
        `coder ${String(b + 1)} against coder ${String(a + 1)}`,
        first,
        gold.map((row) => row.coders?.[b] ?? []),
      );
    }
  }
  printConcepts(gold, ours);
}

type Predictions = readonly (readonly string[])[];

function predictWith(analyzer: Analyzer, gold: readonly GoldRow[], shared: string): Predictions {
  const tagged = new Map<string, TaggedDocument>();
  return gold.map((row) => {
    const document =
      tagged.get(row.doc) ??
      analyzer.tag(
        analyzer.parse(readFileSync(join(shared, `data/policies/${row.doc}.txt`), 'utf8'), {
          id: row.doc,
        }),
      );
    tagged.set(row.doc, document);
    return collectSpanTags(row, document.passages).map(({ code }) => code);
  });
}

/** The plan with its names for its only terms. */
function keepLabels(taxonomy: Taxonomy): Taxonomy {
  return {
    ...taxonomy,
    concepts: taxonomy.concepts.map((concept) => ({ ...concept, lexicon: [] })),
  };
}

function predictByBayes(analyzer: Analyzer, gold: readonly GoldRow[]): Predictions {
  const documents = [...new Set(gold.map(({ doc }) => doc))].sort();
  const rows = gold.map((row) => ({ ...row, fold: documents.indexOf(row.doc) % FOLDS }));
  const predicted = predictByNatural('natural-bayes.cjs', analyzer, rows, FOLDS);
  return gold.map(({ id }) => predicted?.get(id)?.codes ?? []);
}

function predictMajority(gold: readonly GoldRow[]): Predictions {
  const frequency = (code: string): number => gold.filter((row) => row.codes.includes(code)).length;
  const majority = [...codes].sort((a, b) => frequency(b) - frequency(a)).slice(0, 1);
  return gold.map(() => majority);
}

function toSamples(gold: readonly GoldRow[], predictions: Predictions): readonly TagSample[] {
  return gold.map((row, i) => ({
    documentId: row.doc,
    gold: row.codes,
    predicted: predictions[i] ?? [],
  }));
}

function printRow(name: string, gold: readonly GoldRow[], predictions: Predictions): void {
  const samples = toSamples(gold, predictions);
  const { micro, macro, macroCodes, exactMatch } = scoreTags(samples, { codes });
  const interval = (pick: (scores: ReturnType<typeof scoreTags>) => number): string => {
    const { low, high } = bootstrapInterval(samples, (drawn) =>
      pick(scoreTags(drawn, { codes, macroCodes })),
    );
    return `${low.toFixed(2)}–${high.toFixed(2)}`;
  };
  print(
    `| ${name} | ${micro.precision.toFixed(3)} | ${micro.recall.toFixed(3)} | ${micro.f1.toFixed(3)} (${interval((scores) => scores.micro.f1)}) | ${macro.f1.toFixed(3)} (${interval((scores) => scores.macro.f1)}) | ${exactMatch.toFixed(3)} |`,
  );
}

function printConcepts(gold: readonly GoldRow[], predictions: Predictions): void {
  print('\n| concept | in gold | predicted | precision | recall | F1 |');
  print('|---|---|---|---|---|---|');
  for (const { code, support, predicted, precision, recall, f1 } of scoreTags(
    toSamples(gold, predictions),
    { codes },
  ).concepts) {
    print(
      `| ${code} | ${String(support)} | ${String(predicted)} | ${precision.toFixed(2)} | ${recall.toFixed(2)} | ${f1.toFixed(2)} |`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
