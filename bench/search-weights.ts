// Which weights does ranking want? Fits them to the STARD train questions by coordinate search from a neutral start, in five folds by question, and
// prints what questions get with the weights that were fitted without them; then the fit to all of them. It needs the shared data. The search itself
// looks at every ZHENGCE_BENCH_STEP-th question of the folds it fits to (default 4); out of fold all questions are asked.
import { computeNdcgAt, scoreRankings } from '../src/evaluate';
import { createSearchIndex, type SearchIndex, type SearchSettingsChange } from '../src/search';
import { sharedFolder } from '../test/support/shared-folder';
import {
  createStardTask,
  judgeRankings,
  RANKING_DEPTH,
  type RetrievalTask,
  segmenter,
  type TaskQuery,
} from './support/retrieval-tasks';

const FOLDS = 5;
const STEP = Number(process.env['ZHENGCE_BENCH_STEP'] ?? 4);

/** What is tried for every weight, in the order of the search; the first is where it starts. */
const GRID = {
  regional: [1, 0.7, 0.5],
  'context.document': [0, 0.3, 0.6],
  'context.section': [0, 0.3, 0.6],
  'bigram.weight': [0.5, 0.3, 0.8],
  'bigram.covered': [1, 0.1, 0.3],
  'heading.weight': [1, 0.5, 0.25],
  'title.weight': [1, 0.3, 0.1],
  k1: [1.2, 0.9, 0.6],
  'body.b': [0.75, 0.6, 0.9],
} as const;

type WeightName = keyof typeof GRID;
type Weights = Readonly<Record<WeightName, number>>;

const NAMES = Object.keys(GRID) as readonly WeightName[];
const START = Object.fromEntries(NAMES.map((name) => [name, GRID[name][0]])) as Weights;

function toSettings(weights: Weights): SearchSettingsChange {
  return {
    k1: weights.k1,
    regional: weights.regional,
    body: { b: weights['body.b'] },
    title: { weight: weights['title.weight'] },
    heading: { weight: weights['heading.weight'] },
    bigram: { weight: weights['bigram.weight'], covered: weights['bigram.covered'] },
    context: { document: weights['context.document'], section: weights['context.section'] },
  };
}

function rankQuery(index: SearchIndex, { text }: TaskQuery, weights: Weights): readonly string[] {
  const options = { limit: RANKING_DEPTH, countTotal: false, settings: toSettings(weights) };
  return index.search(text, options).hits.map(({ passage }) => passage.id);
}

/** Gives the mean nDCG@10 of a question over both readings of the names; every weighting is asked once. */
function createMeasure(
  index: SearchIndex,
  { queries, readings }: RetrievalTask,
): (weights: Weights, question: number) => number {
  const known = new Map<string, Map<number, number>>();
  return (weights, question) => {
    const key = JSON.stringify(weights);
    const values = known.get(key) ?? new Map<number, number>();
    known.set(key, values);
    const value = values.get(question) ?? measureQuery(question, weights);
    values.set(question, value);
    return value;
  };

  function measureQuery(question: number, weights: Weights): number {
    const query = queries[question]!;
    const ranked = rankQuery(index, query, weights);
    const gains = readings.map(({ nameOf }) =>
      computeNdcgAt(10, ranked.map(nameOf), query.relevant),
    );
    return gains.reduce<number>((sum, gain) => sum + (gain ?? 0), 0) / gains.length;
  }
}

/** One pass of coordinate search; ties go to the value that stands first. */
function fitWeights(
  questions: readonly number[],
  measure: (weights: Weights, question: number) => number,
): Weights {
  const meanOf = (weights: Weights): number =>
    questions.reduce((sum, question) => sum + measure(weights, question), 0) / questions.length;
  let best = START;
  let bestMean = meanOf(best);
  for (const name of NAMES) {
    const others = GRID[name].slice(1).map((value): Weights => ({ ...best, [name]: value }));
    for (const weights of others) {
      const mean = meanOf(weights);
      if (mean > bestMean) [best, bestMean] = [weights, mean];
    }
  }
  return best;
}

const foldOf = (question: number): number => question % FOLDS;
const isSeen = (question: number): boolean => Math.floor(question / FOLDS) % STEP === 0;

function main(shared: string): void {
  const task = createStardTask(shared);
  const index = createSearchIndex(task.documents, { segmenter });
  const measure = createMeasure(index, task);
  const questions = [...task.queries.keys()];
  const fits = Array.from({ length: FOLDS }, (_, fold) => {
    const others = questions.filter((question) => foldOf(question) !== fold && isSeen(question));
    const weights = fitWeights(others, measure);
    console.log(`without fold ${fold}, ${others.length} questions: ${JSON.stringify(weights)}`);
    return weights;
  });
  const rankings = task.queries.map((query, question) =>
    rankQuery(index, query, fits[foldOf(question)]!),
  );
  const fixed = task.queries.map((query) =>
    index
      .search(query.text, { limit: RANKING_DEPTH, countTotal: false })
      .hits.map(({ passage }) => String(passage.id)),
  );
  for (const { title, nameOf } of task.readings) {
    for (const [name, ranked] of [
      ['out of fold', rankings],
      ['defaults', fixed],
    ] as const) {
      const scores = scoreRankings(judgeRankings(ranked, task.queries, nameOf));
      const { value, interval } = scores!.ndcgAt10;
      const ends = `${interval?.low.toFixed(3)}, ${interval?.high.toFixed(3)}`;
      console.log(`${name}, ${title}: nDCG@10 ${value.toFixed(3)} [${ends}]`);
    }
  }
  const all = questions.filter(isSeen);
  console.log(`fitted to ${all.length} questions: ${JSON.stringify(fitWeights(all, measure))}`);
}

if (sharedFolder === undefined)
  console.log('needs the shared data: set ZHENGCE_SHARED to its folder');
else main(sharedFolder);
