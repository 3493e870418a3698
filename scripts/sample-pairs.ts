/**
 * Draws passages of the shared documents with the nearest passage of a plan, for a person to judge how they relate: `npx tsx scripts/sample-pairs.ts pl-005 [--seed 7] [--count 20] [--fresh]` draws so many of each band
 * of similarity, two of a document at most, in an order that hides the band. Documents kept apart for judging are left out. The labels are corpus/alignment/pair-labels.jsonl (pl-005: seed 7, 20; pl-002: 11, 6;
 * pl-003: 5, 4; drawn before 主要原则 counted as boilerplate), then, with `--fresh`, of documents that have no labels to choose on (pl-005: 57, 10; pl-002: 58, 4); `npm run bench align-pairs` measures by them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markBoilerplate } from '../src/align/boilerplate';
import {
  compareVectors,
  countWords,
  createTermWeighting,
  type TermVector,
} from '../src/align/term-vectors';
import type { Passage, PolicyDocument } from '../src/document';
import { createRandom } from '../src/evaluate/random';
import { createTaxonomySegmenter } from '../src/tag';
import { builtinTaxonomy } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared-folder';
import { readDocument, readReserved } from './training-data';

/** Lower ends of the bands. */
const BANDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.55];
const MIN_LENGTH = 40;
const MAX_OF_DOCUMENT = 2;

interface Pair {
  readonly doc: string;
  readonly passage: Passage;
  readonly planPassage: Passage;
  readonly similarity: number;
}

interface Vectorized {
  readonly passage: Passage;
  readonly vector: TermVector;
}

const segmenter = createTaxonomySegmenter(builtinTaxonomy);
if (sharedFolder === undefined) print('sample-pairs: needs the shared data');
else sample(sharedFolder);

function sample(shared: string): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '7' },
      count: { type: 'string', default: '20' },
      fresh: { type: 'boolean', default: false },
    },
  });
  const planId = positionals[0] ?? 'pl-005';
  const plan = readDocument(shared, planId);
  const weighting = createTermWeighting(
    plan.passages.map(({ text }) => countWords(text, segmenter)),
  );
  const vectorize = (document: PolicyDocument): readonly Vectorized[] => {
    const boilerplate = markBoilerplate(document);
    return document.passages
      .filter(({ text }, i) => boilerplate[i] !== true && text.length >= MIN_LENGTH)
      .map((passage) => ({
        passage,
        vector: weighting.vectorize(countWords(passage.text, segmenter)),
      }));
  };
  const planned = vectorize(plan);
  const out = new Set([...readReserved(shared), ...(values.fresh ? listLabelled() : []), planId]);
  const pairs = readdirSync(join(shared, 'data/policies'))
    .map((name) => name.replace(/\.txt$/, ''))
    .filter((id) => !out.has(id))
    .sort()
    .flatMap((id) =>
      vectorize(readDocument(shared, id)).flatMap((own) => findNearest(id, own, planned)),
    );
  drawPairs(pairs, Number(values.count), createRandom(Number(values.seed))).forEach(printPair);
}

/** The documents of the pairs that settings are chosen on. */
function listLabelled(): readonly string[] {
  const path = join(import.meta.dirname, '../corpus/alignment/pair-labels.jsonl');
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { readonly doc: string; readonly part: string })
    .filter(({ part }) => part === 'chosen')
    .map(({ doc }) => doc);
}

function findNearest(
  doc: string,
  { passage, vector }: Vectorized,
  planned: readonly Vectorized[],
): readonly Pair[] {
  let nearest: Pair | undefined;
  for (const other of planned) {
    const similarity = compareVectors(vector, other.vector);
    if (similarity > (nearest?.similarity ?? 0))
      nearest = { doc, passage, planPassage: other.passage, similarity };
  }
  return nearest === undefined ? [] : [nearest];
}

function drawPairs(pairs: readonly Pair[], count: number, random: () => number): readonly Pair[] {
  const taken = new Map<string, number>();
  const drawn = BANDS.flatMap((low, band) => {
    const pool = pairs.filter(
      ({ similarity }) => similarity >= low && similarity < (BANDS[band + 1] ?? 2),
    );
    const chosen: Pair[] = [];
    for (const pair of shuffle(pool, random)) {
      const before = taken.get(pair.doc) ?? 0;
      if (chosen.length >= count || before >= MAX_OF_DOCUMENT) continue;
      taken.set(pair.doc, before + 1);
      chosen.push(pair);
    }
    return chosen;
  });
  return shuffle(drawn, random);
}

function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function printPair({ doc, passage, planPassage }: Pair): void {
  print(`\n${doc}:${String(passage.span.start)} ${passage.headingPath.at(-1) ?? ''}`);
  print(passage.text);
  print(`  plan:${String(planPassage.span.start)} ${planPassage.headingPath.at(-1) ?? ''}`);
  print(`  ${planPassage.text}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
