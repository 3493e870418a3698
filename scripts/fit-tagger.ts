/**
 * Fits the settings of the lexicon tagger on the training labels and prints them: `npx tsx scripts/fit-tagger.ts [TAXONOMY.yaml]`.
 *
 * Coordinate ascent on the mean of micro- and macro-F1 over tags.train.jsonl, documents tagged whole. It reads no other labels, no document of
 * reserved-docs.txt, and no document that has passages in tags.dev.jsonl, which is reported on. Deterministic.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyDocument, parseDocument } from '../src/document';
import { createPlattCalibration } from '../src/tag/calibration';
import type { Feature, PassageView } from '../src/tag/features';
import { type CompiledLexicon, compileLexicon } from '../src/tag/lexicon';
import { createLexiconFeatures } from '../src/tag/lexicon-features';
import { createLinearModel } from '../src/tag/linear-model';
import { selectScores } from '../src/tag/select-scores';
import { DEFAULT_TAGGER_SETTINGS, type TaggerSettings } from '../src/tag/tagger-settings';
import { createTaxonomySegmenter } from '../src/tag/taxonomy-segmenter';
import { builtinTaxonomy, loadTaxonomy } from '../src/taxonomy';
import { normalizeText } from '../src/text';

interface GoldRow {
  readonly id: string;
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
}

interface Sample {
  readonly gold: ReadonlySet<string>;
  readonly passages: readonly {
    readonly view: PassageView;
    readonly features: readonly Feature[];
  }[];
}

const data = join(
  process.env['ZHENGCE_SHARED'] ?? join(import.meta.dirname, '../../shared'),
  'data',
);
const file = process.argv[2];
const taxonomy =
  file === undefined
    ? builtinTaxonomy
    : loadTaxonomy(readFileSync(file, 'utf8'), { fileName: file });
const lexicon = compileLexicon(taxonomy, DEFAULT_TAGGER_SETTINGS.labelWeight);
const samples = readSamples(lexicon);

const GRID: Readonly<Record<string, readonly number[]>> = {
  nearestHeading: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.3],
  outerHeadings: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.3],
  title: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.3],
  contextCap: [0, 0.3, 0.6, 1, 1.5, 2, 3, 100],
  repetition: [0, 0.2, 0.4, 0.6, 0.8],
  fullLength: [80, 120, 160, 220, 300],
  lengthDiscount: [0, 0.2, 0.4, 0.6, 0.8, 1, 1.3],
  midpoint: [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6],
  minShare: [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
};

let best: Record<string, number> = {
  ...DEFAULT_TAGGER_SETTINGS.weights,
  midpoint: DEFAULT_TAGGER_SETTINGS.calibration.midpoint,
  minShare: DEFAULT_TAGGER_SETTINGS.minShare,
};
let bestScore = evaluate(toSettings(best));
print('start', bestScore);
for (let round = 1; round <= 4; round += 1) {
  for (const [name, values] of Object.entries(GRID)) {
    for (const value of values) {
      const trial = { ...best, [name]: value };
      const score = evaluate(toSettings(trial));
      if (score.objective > bestScore.objective + 1e-9) [best, bestScore] = [trial, score];
    }
  }
  print(`round ${String(round)}`, bestScore);
}
const slope = fitSlope(toSettings(best));
process.stdout.write(`${JSON.stringify({ ...best, slope }, undefined, 2)}\n`);
for (const row of bestScore.rows) process.stdout.write(`${row}\n`);

function toSettings(flat: Readonly<Record<string, number>>): TaggerSettings {
  const { midpoint = 3.5, minShare = 0.5, ...weights } = flat;
  return {
    ...DEFAULT_TAGGER_SETTINGS,
    weights: { ...DEFAULT_TAGGER_SETTINGS.weights, ...weights },
    calibration: { slope: 0.8, midpoint },
    minShare,
  };
}

function readSamples(compiled: CompiledLexicon): readonly Sample[] {
  const held = new Set([
    ...readFileSync(join(data, 'gold/reserved-docs.txt'), 'utf8').split(/\s+/),
    ...readGold('tags.dev.jsonl').map(({ doc }) => doc),
  ]);
  const extractor = createLexiconFeatures(compiled, createTaxonomySegmenter(taxonomy));
  const documents = new Map<string, PolicyDocument>();
  return readGold('tags.train.jsonl')
    .filter(({ doc }) => !held.has(doc))
    .map((row) => {
      const source = readFileSync(join(data, `policies/${row.doc}.txt`), 'utf8');
      const document = documents.get(row.doc) ?? parseDocument(source, { id: row.doc });
      documents.set(row.doc, document);
      const passages = document.passages
        .filter(({ span }) => overlaps(span, row))
        .map((passage) => {
          const view = {
            text: normalizeText(passage.text).text,
            headings: passage.headingPath.map((heading) => normalizeText(heading).text),
            title: normalizeText(document.title ?? '').text,
          };
          return { view, features: extractor.extract([view])[0] ?? [] };
        });
      return { gold: new Set(row.codes), passages };
    });
}

function readGold(name: string): readonly GoldRow[] {
  return readFileSync(join(data, 'gold', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRow);
}

/** A sliver of a neighbour does not count: at least half of the passage or of the gold span is shared. */
function overlaps(span: { readonly start: number; readonly end: number }, row: GoldRow): boolean {
  const shared = Math.min(span.end, row.end) - Math.max(span.start, row.start);
  return shared > 0 && shared * 2 >= Math.min(span.end - span.start, row.end - row.start);
}

interface Score {
  readonly objective: number;
  readonly micro: number;
  readonly macro: number;
  readonly precision: number;
  readonly recall: number;
  readonly rows: readonly string[];
}

function evaluate(settings: TaggerSettings): Score {
  const counts = lexicon.concepts.map(() => ({ hit: 0, extra: 0, missed: 0 }));
  for (const sample of samples) {
    const predicted = predict(sample, settings);
    lexicon.concepts.forEach(({ notation }, index) => {
      const count = counts[index];
      if (count === undefined) return;
      if (predicted.has(notation) && sample.gold.has(notation)) count.hit += 1;
      else if (predicted.has(notation)) count.extra += 1;
      else if (sample.gold.has(notation)) count.missed += 1;
    });
  }
  const sum = counts.reduce((a, b) => ({
    hit: a.hit + b.hit,
    extra: a.extra + b.extra,
    missed: a.missed + b.missed,
  }));
  const f1 = ({ hit, extra, missed }: typeof sum): number =>
    (2 * hit) / Math.max(1, 2 * hit + extra + missed);
  const supported = counts.filter(({ hit, missed }) => hit + missed >= 5);
  const macro = supported.reduce((total, count) => total + f1(count), 0) / supported.length;
  const rows = counts.map(
    (count, i) =>
      `${lexicon.concepts[i]?.notation ?? ''} F1 ${f1(count).toFixed(2)} P ${(count.hit / Math.max(1, count.hit + count.extra)).toFixed(2)} R ${(count.hit / Math.max(1, count.hit + count.missed)).toFixed(2)} n ${String(count.hit + count.missed)}`,
  );
  const micro = f1(sum);
  return {
    objective: (micro + macro) / 2,
    micro,
    macro,
    precision: sum.hit / (sum.hit + sum.extra),
    recall: sum.hit / (sum.hit + sum.missed),
    rows,
  };
}

function predict({ passages }: Sample, settings: TaggerSettings): ReadonlySet<string> {
  const model = createLinearModel(settings.weights);
  const calibration = createPlattCalibration(settings.calibration);
  return new Set(
    passages.flatMap(({ view, features }) =>
      selectScores(model.score(features, view), lexicon.concepts, calibration, settings).map(
        ({ scored }) => lexicon.concepts[scored.concept]?.notation ?? '',
      ),
    ),
  );
}

/** The slope that gives the least log loss of scores as probabilities, the midpoint kept. */
function fitSlope(settings: TaggerSettings): number {
  const model = createLinearModel(settings.weights);
  const points = samples.flatMap(({ gold, passages }) =>
    passages.flatMap(({ view, features }) =>
      model.score(features, view).map(({ concept, rawScore }) => ({
        rawScore,
        is: gold.has(lexicon.concepts[concept]?.notation ?? ''),
      })),
    ),
  );
  const loss = (slope: number): number => {
    const calibration = createPlattCalibration({
      slope,
      midpoint: settings.calibration.midpoint,
    });
    return points.reduce(
      (sum, { rawScore, is }) =>
        sum -
        Math.log(
          Math.max(
            1e-9,
            is ? calibration.calibrate(0, rawScore) : 1 - calibration.calibrate(0, rawScore),
          ),
        ),
      0,
    );
  };
  const slopes = Array.from({ length: 40 }, (_, i) => (i + 1) / 20);
  return slopes.reduce((a, b) => (loss(b) < loss(a) ? b : a));
}

function print(label: string, { micro, macro, precision, recall }: Score): void {
  process.stdout.write(
    `${label}: micro-F1 ${micro.toFixed(3)}, macro-F1 ${macro.toFixed(3)}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
  );
}
