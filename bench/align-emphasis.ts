/**
 * Does predicted emphasis agree with gold emphasis? Over the dev gold, by group of documents: characters of each passage shared among its gold codes, against the same passages with predicted codes.
 * Spearman's rank correlation, Jensen–Shannon and convergence, with intervals over documents. Once with the trained tagger out of fold: the tags of a document are those of a model fitted without
 * it (the folds of tagging-cross-validation); the model that ships is fitted on all of them, so that its own figures would flatter it. Once with the lexicon tagger, which fits nothing to labels.
 * `npm run bench align-emphasis`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelRow, readLabels } from '../scripts/training-data';
import { computeConvergence, computeEmphasis, computeJensenShannon } from '../src/align';
import { createAnalyzer } from '../src/analyzer';
import { bootstrapIntervals, collectSpanTags } from '../src/evaluate';
import { DEFAULT_TRAIN_SETTINGS } from '../src/tag';
import { scoreHeldOut } from '../src/tag/train/score-held-out';
import { builtinTaxonomy, listAssignableConcepts } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared';
import { leaveOut, listFolds, predictFold, readFoldCorpus } from './support/held-out-folds';

const FOLDS = 5;

/** The codes that a tagger gives a labelled passage. */
type PredictedCodes = ReadonlyMap<string, readonly { code: string; score: number }[]>;

/** What a document's passages say of the concepts, by gold and by prediction. */
interface Counted {
  readonly doc: string;
  readonly gold: readonly number[];
  readonly predicted: readonly number[];
}

const GROUPS: readonly (readonly [name: string, ids: RegExp])[] = [
  ['all', /./],
  ['central digital policies (cn)', /^cn-/],
  ['Shandong (sd)', /^sd-/],
  ['assorted (hc)', /^hc-/],
  ['national plans (pl, rf)', /^(?:pl|rf)-/],
  ['statutes (lw)', /^lw-/],
  ['provincial work reports (gw)', /^gw-/],
  ['city work reports (ct)', /^ct-/],
];

const codes = listAssignableConcepts(builtinTaxonomy).map(({ notation }) => notation);

if (sharedFolder === undefined)
  print('align-emphasis: needs the shared data, set ZHENGCE_SHARED to its folder');
else await report(sharedFolder);

async function report(shared: string): Promise<void> {
  const labels = readLabels(shared, ['dev', 'train', 'own']);
  const gold = labels.filter(({ source }) => source === 'dev');
  printTable('lexicon tagger (fits nothing to labels)', gold, await tagByLexicon(shared, gold));
  const name = `trained tagger, out of fold (${String(FOLDS)} folds by document)`;
  printTable(name, gold, tagOutOfFold(shared, labels, gold));
}

async function tagByLexicon(shared: string, gold: readonly LabelRow[]): Promise<PredictedCodes> {
  const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy, model: 'lexicon' });
  const documents = new Map(
    [...new Set(gold.map(({ doc }) => doc))].map((doc) => {
      const text = readFileSync(join(shared, `data/policies/${doc}.txt`), 'utf8');
      return [doc, analyzer.tag(analyzer.parse(text, { id: doc }))];
    }),
  );
  return new Map(
    gold.map((row) => [row.id, collectSpanTags(row, documents.get(row.doc)?.passages ?? [])]),
  );
}

/** The codes that models give which saw neither the document nor a passage of equal words. */
function tagOutOfFold(
  shared: string,
  labels: readonly LabelRow[],
  gold: readonly LabelRow[],
): PredictedCodes {
  const { corpus, read } = readFoldCorpus(shared, labels);
  const samples = listFolds(gold, FOLDS).flatMap((fold) => {
    const tested = gold.filter(({ doc }) => fold.has(doc));
    const seen = leaveOut(corpus, fold, tested, read);
    const scored = scoreHeldOut(seen, DEFAULT_TRAIN_SETTINGS);
    return predictFold(fold, { corpus, seen, scored, without: [] }, tested, read);
  });
  return new Map(
    samples.map(({ id, predicted, scores = [] }) => [
      id,
      scores.filter(({ code }) => predicted.includes(code)),
    ]),
  );
}

function printTable(name: string, gold: readonly LabelRow[], predicted: PredictedCodes): void {
  print(`\n${name}\n`);
  print(
    '| documents | n | passages | Spearman (95 %) | Jensen–Shannon, bits (95 %) | convergence (95 %) |',
  );
  print('|---|---|---|---|---|---|');
  const ids = [...new Set(gold.map(({ doc }) => doc))];
  const counted = ids.map((doc) =>
    countDocument(
      doc,
      gold.filter((row) => row.doc === doc),
      predicted,
    ),
  );
  for (const [group, pattern] of GROUPS) {
    const members = counted.filter(({ doc }) => pattern.test(doc));
    const passages = gold.filter(({ doc }) => pattern.test(doc)).length;
    if (members.length > 0) printGroup(group, members, passages);
  }
}

function countDocument(
  doc: string,
  rows: readonly LabelRow[],
  predictedCodes: PredictedCodes,
): Counted {
  const gold = codes.map(() => 0);
  const predicted = codes.map(() => 0);
  for (const { id, start, end, codes: given } of rows) {
    const length = end - start;
    const equal = given.map((code) => ({ code, score: 1 }));
    share(gold, length, equal);
    share(predicted, length, predictedCodes.get(id) ?? []);
  }
  return { doc, gold, predicted };
}

function share(
  counts: number[],
  length: number,
  tags: readonly { readonly code: string; readonly score: number }[],
): void {
  const sum = tags.reduce((all, { score }) => all + score, 0);
  for (const { code, score } of tags) {
    const at = codes.indexOf(code);
    counts[at] = (counts[at] ?? 0) + (length * score) / sum;
  }
}

function printGroup(name: string, group: readonly Counted[], passages: number): void {
  const values = compare(group);
  const intervals = bootstrapIntervals(group, compare);
  const cells = values.map((value, i) => {
    const interval = intervals[i];
    if (value === undefined || interval === null || interval === undefined) return '–';
    return `${value.toFixed(2)} (${interval.low.toFixed(2)}–${interval.high.toFixed(2)})`;
  });
  print(`| ${name} | ${String(group.length)} | ${String(passages)} | ${cells.join(' | ')} |`);
}

function compare(group: readonly Counted[]): readonly (number | undefined)[] {
  const [gold, predicted] = [
    add(group.map((each) => each.gold)),
    add(group.map((each) => each.predicted)),
  ];
  return [
    correlateRanks(gold, predicted),
    computeJensenShannon(computeEmphasis(gold), computeEmphasis(predicted)),
    computeConvergence(gold, predicted),
  ];
}

function add(vectors: readonly (readonly number[])[]): readonly number[] {
  return codes.map((_, at) => vectors.reduce((sum, vector) => sum + (vector[at] ?? 0), 0));
}

/** Spearman (1904): Pearson's correlation of the ranks, equal values at their mean rank; undefined where either side is all equal. */
function correlateRanks(a: readonly number[], b: readonly number[]): number | undefined {
  const [x, y] = [rank(a), rank(b)];
  const middle = (a.length + 1) / 2;
  const cross = (p: readonly number[], q: readonly number[]): number =>
    p.reduce((sum, value, i) => sum + (value - middle) * ((q[i] ?? 0) - middle), 0);
  const scale = Math.sqrt(cross(x, x) * cross(y, y));
  return scale === 0 ? undefined : cross(x, y) / scale;
}

function rank(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
