/**
 * Are passages that are told to correspond indeed about the same? By 159 pairs of shared documents and three plans, drawn at random from bands of similarity and judged by one reader
 * (corpus/alignment/pair-labels.jsonl: places and relations, no text). Thresholds are chosen on the pairs of every other document, by F0.5 (a wrong pair counts more than a missed one), and judged on
 * the rest, with intervals over documents. Shares are of the drawn pairs, and weighted by how many passages a drawn one stands for. `npm run bench align-pairs`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markBoilerplate } from '../src/align/boilerplate';
import { type ComparedDocument, createPairing } from '../src/align/pair-passages';
import {
  DEFAULT_PAIRING_SETTINGS,
  type PairFacts,
  type PairingSettings,
  relatePassages,
} from '../src/align/relate-passages';
import { NOTHING_SHARED } from '../src/align/share-reused-letters';
import { countWords, createTermWeighting } from '../src/align/term-vectors';
import { type Analyzer, createAnalyzer } from '../src/analyzer';
import { bootstrapIntervals } from '../src/evaluate';
import type { TaggedDocument } from '../src/tag';
import { builtinTaxonomy } from '../src/taxonomy';
import { sharedFolder } from '../test/support/shared';

interface PairLabel {
  readonly doc: string;
  readonly start: number;
  readonly plan: string;
  readonly planStart: number;
  readonly relation: string;
  /** Passages of the band of similarity that the drawn one stands for. */
  readonly standsFor: number;
}

interface JudgedPair extends PairLabel {
  /** Undefined where the pair cannot correspond: one of the two is boilerplate, or too short. */
  readonly facts: PairFacts | undefined;
}

/** What decided before: similarity of 0.3, or of 0.18 with a code in common or half of a passage held by the other; no wording asked for. */
const BEFORE = 'before (similarity alone)';
const ALL: PairingSettings = {
  ...DEFAULT_PAIRING_SETTINGS,
  minSimilar: 0,
  minSimilarWithCode: 0,
  minSharedLetters: 0,
};
const NO_REUSE = {
  share: 0,
  planShare: 0,
  boilerplateShare: 0,
  planBoilerplateShare: 0,
  stretches: [],
};

async function report(shared: string): Promise<void> {
  const pairs = await readPairs(shared);
  const documents = [...new Set(pairs.map(({ doc }) => doc))].sort();
  const inHalf = (half: number) => (pair: JudgedPair) => documents.indexOf(pair.doc) % 2 === half;
  const [chosenOn, judged] = [pairs.filter(inHalf(0)), pairs.filter(inHalf(1))];
  const best = chooseSettings(chosenOn);
  print(
    `${String(pairs.length)} pairs of ${String(documents.length)} documents; chosen on one half (${String(chosenOn.length)}), judged on the other (${String(judged.length)})\n`,
  );
  print(`chosen: ${describe(best)}; shipped: ${describe(DEFAULT_PAIRING_SETTINGS)}\n`);
  print(
    '| rule | half | precision (95 %) | recall (95 %) | weighted precision (95 %) | relation right, of those rightly paired (95 %) |',
  );
  print('|---|---|---|---|---|---|');
  for (const [name, half] of [
    ['chosen on', chosenOn],
    ['judged on', judged],
  ] as const) {
    printRow(BEFORE, name, half, decideBefore);
    printRow('shipped', name, half, (facts) => relatePassages(facts, DEFAULT_PAIRING_SETTINGS));
  }
}

async function readPairs(shared: string): Promise<readonly JudgedPair[]> {
  const path = join(import.meta.dirname, '../corpus/alignment/pair-labels.jsonl');
  const labels = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PairLabel);
  const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
  const read = (id: string): TaggedDocument => {
    const text = readFileSync(join(shared, `data/policies/${id}.txt`), 'utf8');
    return analyzer.tag(analyzer.parse(text, { id }));
  };
  return [...new Set(labels.map(({ plan }) => plan))].flatMap((planId) => {
    const gather = createGathering(read(planId), analyzer);
    const own = labels.filter(({ plan }) => plan === planId);
    return [...new Set(own.map(({ doc }) => doc))].flatMap((id) =>
      gather(
        read(id),
        own.filter(({ doc }) => doc === id),
      ),
    );
  });
}

/** The facts of labelled pairs, as the pairing with the plan sees them. */
function createGathering(
  plan: TaggedDocument,
  { segmenter }: Analyzer,
): (document: TaggedDocument, labels: readonly PairLabel[]) => readonly JudgedPair[] {
  const words = plan.passages.map(({ text }) => countWords(text, segmenter));
  const weighting = createTermWeighting(words);
  const compare = (document: TaggedDocument): ComparedDocument => ({
    document,
    vectors: document.passages.map(({ text }) => weighting.vectorize(countWords(text, segmenter))),
    boilerplate: markBoilerplate(document),
  });
  const pair = createPairing(compare(plan), ALL);
  return (document, labels) => {
    const found = pair(compare(document), NO_REUSE);
    return labels.map((label): JudgedPair => {
      const passage = document.passages.find(({ span }) => span.start === label.start);
      const planPassage = plan.passages.find(({ span }) => span.start === label.planStart);
      if (passage === undefined || planPassage === undefined)
        throw new Error(`no passage at ${label.doc}:${String(label.start)}`);
      const match = found.find(
        ({ passageId, planPassageId }) =>
          passageId === passage.id && planPassageId === planPassage.id,
      );
      if (match === undefined) return { ...label, facts: undefined };
      const { similarity, contained, containing, sharedLetters, codes } = match;
      const hasCode = codes.length > 0;
      const reused = NOTHING_SHARED;
      return {
        ...label,
        facts: { similarity, contained, containing, sharedLetters, hasCode, reused },
      };
    });
  };
}

type Decide = (facts: PairFacts) => string | undefined;

const decideBefore: Decide = ({ similarity, contained, containing, hasCode }) => {
  if (similarity < 0.18) return undefined;
  if (contained >= 0.5) return containing >= 0.5 ? 'close' : 'broad';
  if (containing >= 0.5) return 'narrow';
  return similarity >= 0.3 || hasCode ? 'related' : undefined;
};

/** Settings within this of the best F0.5 are as good on so few pairs; the strictest of them is taken. */
const AS_GOOD = 0.02;

function chooseSettings(pairs: readonly JudgedPair[]): PairingSettings {
  const tried = listSettings().map((settings) => {
    const [precision = 0, recall = 0, , relation = 0] = measure(pairs, (facts) =>
      relatePassages(facts, settings),
    );
    const f = (1.25 * precision * recall) / (0.25 * precision + recall);
    const { minSimilar, minSimilarWithCode, minSharedLetters } = settings;
    return {
      settings,
      f,
      relation,
      strict: minSimilar + minSimilarWithCode + minSharedLetters / 100,
    };
  });
  const most = Math.max(...tried.map(({ f }) => f).filter(Number.isFinite));
  const [best] = tried
    .filter(({ f }) => f >= most - AS_GOOD)
    .sort((a, b) => b.strict - a.strict || b.relation - a.relation);
  return best?.settings ?? DEFAULT_PAIRING_SETTINGS;
}

function listSettings(): readonly PairingSettings[] {
  return [0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.32, 0.34, 0.36].flatMap((minSimilar) =>
    [0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28]
      .filter((minSimilarWithCode) => minSimilarWithCode <= minSimilar)
      .flatMap((minSimilarWithCode) =>
        [0, 8, 12, 16, 20, 24].flatMap((minSharedLetters) =>
          [0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((minContained) => ({
            ...DEFAULT_PAIRING_SETTINGS,
            minSimilar,
            minSimilarWithCode,
            minSharedLetters,
            minContained,
          })),
        ),
      ),
  );
}

/** Precision, recall, weighted precision, and the share of rightly paired ones whose relation is right; undefined where there is nothing to count. */
function measure(pairs: readonly JudgedPair[], decide: Decide): readonly (number | undefined)[] {
  const decided = pairs.map((pair) => ({
    ...pair,
    told: pair.facts === undefined ? undefined : decide(pair.facts),
  }));
  const told = decided.filter((pair) => pair.told !== undefined);
  const right = told.filter(({ relation }) => relation !== 'none');
  const wanted = pairs.filter(({ relation }) => relation !== 'none');
  const weigh = (some: readonly PairLabel[]): number =>
    some.reduce((sum, { standsFor }) => sum + standsFor, 0);
  const related = right.filter((pair) => pair.told === pair.relation);
  return [
    divide(right.length, told.length),
    divide(right.length, wanted.length),
    divide(weigh(right), weigh(told)),
    divide(related.length, right.length),
  ];
}

function divide(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function printRow(rule: string, half: string, pairs: readonly JudgedPair[], decide: Decide): void {
  const documents = [...new Set(pairs.map(({ doc }) => doc))];
  const values = measure(pairs, decide);
  const intervals = bootstrapIntervals(documents, (drawn) =>
    measure(
      drawn.flatMap((id) => pairs.filter(({ doc }) => doc === id)),
      decide,
    ),
  );
  const cells = values.map((value, i) => {
    const interval = intervals[i];
    return value === undefined || interval === null || interval === undefined
      ? '–'
      : `${value.toFixed(2)} (${interval.low.toFixed(2)}–${interval.high.toFixed(2)})`;
  });
  print(`| ${rule} | ${half} | ${cells.join(' | ')} |`);
}

function describe(settings: PairingSettings): string {
  const { minSimilar, minSimilarWithCode, minSharedLetters, minContained } = settings;
  return `similarity ${String(minSimilar)}, with a code in common ${String(minSimilarWithCode)}, ${String(minSharedLetters)} letters, contained ${String(minContained)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (sharedFolder === undefined)
  print('align-pairs: needs the shared data, set ZHENGCE_SHARED to its folder');
else await report(sharedFolder);
