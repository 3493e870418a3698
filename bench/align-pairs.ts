/**
 * Are passages that are told to correspond indeed about the same? By 222 pairs of shared documents and three plans, drawn at random from bands of similarity and judged by one reader who did not see the
 * band (corpus/alignment/pair-labels.jsonl: places and relations, no text). Settings are chosen on 159 of them by F0.5 (a wrong pair counts more than a missed one), and judged on 63 of documents that
 * none of these is of, with intervals over documents. Shares are of the drawn pairs, and weighted by how many passages a drawn one stands for. `npm run bench align-pairs`
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
  readonly end: number;
  readonly planStart: number;
  readonly planEnd: number;
  readonly relation: string;
  readonly part: 'chosen' | 'judged';
  /** Passages of the band of similarity that the drawn one stands for. */
  readonly standsFor: number;
}

interface JudgedPair extends PairLabel {
  /** Undefined where the pair cannot correspond: one of the two is boilerplate, or too short. */
  readonly facts: PairFacts | undefined;
}

/** What decided before the last rule: bounds for similarity and for wording, each on its own. */
const BEFORE = 'before (two bounds)';
/** Pairs whatever is nearest. */
const ALL: PairingSettings = { ...DEFAULT_PAIRING_SETTINGS, minLikeness: 0 };
const NO_REUSE = {
  share: 0,
  planShare: 0,
  boilerplateShare: 0,
  planBoilerplateShare: 0,
  stretches: [],
};

async function report(shared: string): Promise<void> {
  const pairs = await readPairs(shared);
  const inPart = (wanted: string) => pairs.filter(({ part }) => part === wanted);
  const [chosenOn, judged] = [inPart('chosen'), inPart('judged')];
  const documents = new Set(pairs.map(({ doc }) => doc));
  const best = chooseSettings(chosenOn);
  print(
    `${String(pairs.length)} pairs of ${String(documents.size)} documents; chosen on ${String(chosenOn.length)}, judged on ${String(judged.length)} of other documents\n`,
  );
  print(`chosen: ${describe(best)}; shipped: ${describe(DEFAULT_PAIRING_SETTINGS)}\n`);
  print(
    '| rule | part | precision (95 %) | recall (95 %) | weighted precision (95 %) | relation right, of those rightly paired (95 %) |',
  );
  print('|---|---|---|---|---|---|');
  for (const [name, half] of [
    ['chosen on', chosenOn],
    ['judged on', judged],
  ] as const) {
    printRow(BEFORE, name, half, decideBefore);
    printRow('shipped', name, half, decideNow);
    printRow('shipped, with a concept in common', name, half, (facts) =>
      facts.commonCode > 0 ? decideNow(facts) : undefined,
    );
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
      const passage = findPassage(document, label.start, label.end);
      const planPassage = findPassage(plan, label.planStart, label.planEnd);
      if (passage === undefined || planPassage === undefined)
        throw new Error(`no passage at ${label.doc}:${String(label.start)}`);
      const match = found.find(
        ({ passageId, planPassageId }) =>
          passageId === passage.id && planPassageId === planPassage.id,
      );
      if (match === undefined) return { ...label, facts: undefined };
      return { ...label, facts: { ...match, reused: NOTHING_SHARED } };
    });
  };
}

/** The passage that holds most of a place: the parser may cut passages otherwise than when pairs were drawn. */
function findPassage(
  { passages }: TaggedDocument,
  start: number,
  end: number,
): TaggedDocument['passages'][number] | undefined {
  const share = ({ span }: TaggedDocument['passages'][number]): number =>
    Math.min(end, span.end) - Math.max(start, span.start);
  const [best] = passages.filter((each) => share(each) > 0).sort((a, b) => share(b) - share(a));
  return best;
}

type Decide = (facts: PairFacts) => string | undefined;

const decideBefore: Decide = (facts) => {
  const { similarity, commonCode, sharedLetters } = facts;
  const isAlike = similarity >= (commonCode > 0 ? 0.22 : 0.32) && sharedLetters >= 16;
  return isAlike ? relatePassages(facts, ALL) : undefined;
};

const decideNow: Decide = (facts) => relatePassages(facts, DEFAULT_PAIRING_SETTINGS);

function chooseSettings(pairs: readonly JudgedPair[]): PairingSettings {
  const tried = listSettings().map((settings) => {
    const decide = (facts: PairFacts): string | undefined => relatePassages(facts, settings);
    const [precision = 0, recall = 0, , relation = 0] = measure(pairs, decide);
    const f = (1.25 * precision * recall) / (0.25 * precision + recall);
    return { settings, relation, f: Number.isFinite(f) ? f : 0 };
  });
  const [best] = tried.sort((a, b) => b.f - a.f || b.relation - a.relation);
  return best?.settings ?? DEFAULT_PAIRING_SETTINGS;
}

function listSettings(): readonly PairingSettings[] {
  const weights = [0, 0.1, 0.15, 0.2, 0.25, 0.3];
  return weights.flatMap((codeWeight) =>
    weights.flatMap((wordingWeight) =>
      Array.from({ length: 25 }, (_, i) => ({
        ...DEFAULT_PAIRING_SETTINGS,
        codeWeight,
        wordingWeight,
        minLikeness: 0.2 + i * 0.02,
      })),
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

function describe({ minLikeness, codeWeight, wordingWeight }: PairingSettings): string {
  return `likeness ${minLikeness.toFixed(2)}, code ${String(codeWeight)}, wording ${String(wordingWeight)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (sharedFolder === undefined)
  print('align-pairs: needs the shared data, set ZHENGCE_SHARED to its folder');
else await report(sharedFolder);
