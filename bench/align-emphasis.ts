/**
 * Does predicted emphasis agree with gold emphasis? Over the dev gold, by group of documents: characters of each passage shared among its gold codes, against the same passages with the codes that the
 * tagger gives them in their whole documents. Spearman's rank correlation, Jensen–Shannon and convergence, with intervals over documents. The built-in model is fitted on these labels too: the figures
 * flatter it. `npm run bench align-emphasis`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeConvergence, computeEmphasis, computeJensenShannon } from '../src/align';
import { createAnalyzer } from '../src/analyzer';
import { bootstrapIntervals, collectSpanTags } from '../src/evaluate';
import type { TaggedDocument } from '../src/tag';
import { builtinTaxonomy, listAssignableConcepts } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared';

interface GoldRow {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
}

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
  const gold = readFileSync(join(shared, 'data/gold/tags.dev.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRow);
  const counted = await countAll(gold, shared);
  print(
    '| documents | n | passages | Spearman (95 %) | Jensen–Shannon, bits (95 %) | convergence (95 %) |',
  );
  print('|---|---|---|---|---|---|');
  for (const [name, ids] of GROUPS) {
    const group = counted.filter(({ doc }) => ids.test(doc));
    const passages = gold.filter(({ doc }) => ids.test(doc)).length;
    if (group.length > 0) printGroup(name, group, passages);
  }
}

async function countAll(gold: readonly GoldRow[], shared: string): Promise<readonly Counted[]> {
  // The trained model has seen these labels, the lexicon has not.
  const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy, model: 'lexicon' });
  return [...new Set(gold.map(({ doc }) => doc))].map((doc) => {
    const text = readFileSync(join(shared, `data/policies/${doc}.txt`), 'utf8');
    const tagged = analyzer.tag(analyzer.parse(text, { id: doc }));
    return countDocument(
      doc,
      gold.filter((row) => row.doc === doc),
      tagged,
    );
  });
}

function countDocument(
  doc: string,
  rows: readonly GoldRow[],
  { passages }: TaggedDocument,
): Counted {
  const gold = codes.map(() => 0);
  const predicted = codes.map(() => 0);
  for (const row of rows) {
    const length = row.end - row.start;
    share(
      gold,
      length,
      row.codes.map((code) => ({ code, score: 1 })),
    );
    share(predicted, length, collectSpanTags(row, passages));
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
