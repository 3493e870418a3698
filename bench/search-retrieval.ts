// How good is search? Lay questions on statutes (STARD train) and headings of policy documents as queries, by the parts of ranking and beside the
// peers; and by the weights that `search-weights` fitted, where the defaults depart from them. It needs the shared data. ZHENGCE_BENCH_TASK=stard or
// headings asks one of both, ZHENGCE_BENCH_STEP=1 asks the peers every question (they are slow), ZHENGCE_BENCH_PARTS=3 asks for the parts every third
// one only, ZHENGCE_BENCH_ENGINES=wink other peers (none: empty).
import { type RankingSample, scoreRankings } from '../src/evaluate';
import {
  createSearchIndex,
  PLAIN_BM25_SETTINGS,
  type SearchIndex,
  type SearchOptions,
} from '../src/search';
import { selectSalientTerms } from '../src/search/assist';
import { sharedFolder } from '../test/support/shared-folder';
import {
  createHeadingTask,
  createStardTask,
  cutText,
  judgeRankings,
  RANKING_DEPTH,
  type RetrievalTask,
  segmenter,
  type TaskQuery,
} from './support/retrieval-tasks';
import { type EngineName, searchEngines } from './support/search-engines';

/** Every how manieth query the peers answer. */
const PEER_STEP = Number(process.env['ZHENGCE_BENCH_STEP'] ?? 10);
/** Every how manieth query the parts are asked for. */
const PART_STEP = Number(process.env['ZHENGCE_BENCH_PARTS'] ?? 1);
const PEERS = (process.env['ZHENGCE_BENCH_ENGINES'] ?? 'wink,minisearch,orama,flexsearch')
  .split(',')
  .filter((name) => name !== '') as readonly EngineName[];

/** About so many headings are asked. */
const HEADING_COUNT = 1000;

type Ranker = (index: SearchIndex, text: string) => readonly string[];

/** The defaults with one part left out or added each; plain BM25 first. */
const ABLATION: Readonly<Record<string, Ranker>> = {
  'plain BM25': rankWith({ settings: PLAIN_BM25_SETTINGS, synonyms: false }),
  default: rankWith({}),
  '− pairs of characters': rankWith({ settings: { bigram: { weight: 0 } } }),
  'pairs within words in full': rankWith({ settings: { bigram: { covered: 1 } } }),
  '− title': rankWith({ settings: { title: { weight: 0 } } }),
  '− headings': rankWith({ settings: { heading: { weight: 0 } } }),
  '− synonyms': rankWith({ synonyms: false }),
  '− context': rankWith({ settings: { context: { depth: 0 } } }),
  '− context of the document': rankWith({ settings: { context: { document: 0 } } }),
  '− context of the section': rankWith({ settings: { context: { section: 0 } } }),
  '− regional': rankWith({ settings: { regional: 1 } }),
  '+ relevance feedback': rankWithFeedback,
  'fitted: regional 0.5': rankWith({ settings: { regional: 0.5 } }),
  'fitted: section 0': rankWith({ settings: { context: { section: 0 } } }),
  'fitted: heading 1': rankWith({ settings: { heading: { weight: 1 } } }),
  'fitted: title 0.1': rankWith({ settings: { title: { weight: 0.1 } } }),
  'fitted: all four': rankWith({
    settings: {
      regional: 0.5,
      context: { section: 0 },
      heading: { weight: 1 },
      title: { weight: 0.1 },
    },
  }),
};

/** The defaults, and what someone sets who looks for headings. */
const OURS_BESIDE_PEERS: Readonly<Record<string, Ranker>> = {
  ours: rankWith({}),
  'ours: heading 1, regional 1': rankWith({ settings: { heading: { weight: 1 }, regional: 1 } }),
};

function rankWith(options: SearchOptions): Ranker {
  return (index, text) =>
    index
      .search(text, { limit: RANKING_DEPTH, countTotal: false, ...options })
      .hits.map(({ passage }) => passage.id);
}

/** Pseudo-relevance feedback: the telling words of the first passages are asked too (Rocchio 1971, both scores added up). */
const FEEDBACK = { passages: 5, maxTerms: 20, weight: 0.3 };

function rankWithFeedback(index: SearchIndex, text: string): readonly string[] {
  const options = { limit: RANKING_DEPTH, countTotal: false };
  const first = index.search(text, options).hits;
  const said = first.slice(0, FEEDBACK.passages).map(({ passage }) => passage.text);
  const terms = selectSalientTerms(said.join('\n'), segmenter, index.vocabulary, FEEDBACK);
  const second = index.searchTerms(terms, options).hits;
  const scores = new Map<string, number>();
  for (const [hits, weight] of [
    [first, 1],
    [second, FEEDBACK.weight],
  ] as const) {
    const best = hits[0]?.rawScore ?? 1;
    for (const { passage, rawScore } of hits)
      scores.set(passage.id, (scores.get(passage.id) ?? 0) + (weight * rawScore) / best);
  }
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, RANKING_DEPTH)
    .map(([id]) => id);
}

function printScores(name: string, samples: readonly RankingSample[]): void {
  const scores = scoreRankings(samples);
  if (scores === undefined) throw new Error(`${name}: expected a judged query, received none`);
  const { ndcgAt10, recallAt10, recallAt100, reciprocalRank } = scores;
  const figures = [ndcgAt10, recallAt10, recallAt100, reciprocalRank].map(({ value, interval }) => {
    const ends = [interval?.low, interval?.high].map((end) => end?.toFixed(3) ?? '–');
    return `${value.toFixed(3)} [${ends.join(', ')}]`;
  });
  console.log(`${name.padEnd(32)}${figures.join('  ')}`);
}

function printHead(title: string, queries: number): void {
  console.log(`\n${title}, ${queries} queries`);
  console.log(' '.repeat(32) + ['nDCG@10', 'recall@10', 'recall@100', 'MRR'].join(' '.repeat(14)));
}

/** Rankings by name; every reading of the names is a table. */
function printTables(
  title: string,
  { readings }: RetrievalTask,
  queries: readonly TaskQuery[],
  rankings: ReadonlyMap<string, readonly (readonly string[])[]>,
): void {
  for (const { title: reading, nameOf } of readings) {
    printHead(`${title}, ${reading}`, queries.length);
    for (const [name, ranked] of rankings)
      printScores(name, judgeRankings(ranked, queries, nameOf));
  }
}

async function measureTask(task: RetrievalTask, all: readonly TaskQuery[]): Promise<void> {
  const queries = all.filter((_, i) => i % PART_STEP === 0);
  const index = createSearchIndex(task.documents, { segmenter });
  const title = `${task.title} over ${index.passageCount} passages`;
  const rankings = new Map(
    Object.entries(ABLATION).map(([name, rank]) => [
      name,
      queries.map(({ text }) => rank(index, text)),
    ]),
  );
  printTables(title, task, queries, rankings);
  const asked = all.filter((_, i) => i % PEER_STEP === 0);
  printHead(`${title}, beside the peers (united: as the last table above)`, asked.length);
  const print = (name: string, ranked: readonly (readonly string[])[]): void => {
    for (const [at, { nameOf }] of task.readings.entries())
      printScores(at === 0 ? name : `${name} (united)`, judgeRankings(ranked, asked, nameOf));
  };
  for (const [name, rank] of Object.entries(OURS_BESIDE_PEERS))
    print(
      name,
      asked.map(({ text }) => rank(index, text)),
    );
  await rankPeers(task, asked, print);
}

/** The rankings of every peer, given the text of the passages alone, and all that ours sees; each is passed on as soon as it is there. */
async function rankPeers(
  { documents }: RetrievalTask,
  queries: readonly TaskQuery[],
  take: (name: string, rankings: readonly (readonly string[])[]) => void,
): Promise<void> {
  const passages = documents.flatMap(({ title, passages: own }) =>
    own.map(({ id, text, headingPath }) => ({ id, text, names: [title ?? '', ...headingPath] })),
  );
  const texts = passages.map(({ text }) => cutText(text).join(' '));
  const cutNames = memoize((name: string) => cutText(name).join(' '));
  const whole = passages.map(({ names }, i) => [...names.map(cutNames), texts[i]].join(' '));
  for (const name of PEERS) {
    for (const [seen, lines] of [
      ['text', texts],
      ['title, headings, text', whole],
    ] as const) {
      const peer = await searchEngines[name].build(lines);
      const rankings: (readonly string[])[] = [];
      for (const { text } of queries) {
        const found = await peer.search(cutText(text), RANKING_DEPTH);
        rankings.push(found.map((number) => passages[number]?.id ?? ''));
      }
      take(`${name}: ${seen}`, rankings);
    }
  }
}

function memoize(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const value = known.get(text) ?? compute(text);
    known.set(text, value);
    return value;
  };
}

/** Defaults were chosen while headings of every other document were looked at; those of the rest are reported. */
function selectHeadings({ queries }: RetrievalTask): readonly TaskQuery[] {
  const reported = queries.filter(({ group }) => group % 2 === 0);
  const step = Math.max(1, Math.floor(reported.length / HEADING_COUNT));
  return reported.filter((_, i) => i % step === 0);
}

if (sharedFolder === undefined) {
  console.log('needs the shared data: set ZHENGCE_SHARED to its folder');
} else {
  const only = process.env['ZHENGCE_BENCH_TASK'];
  if (only !== 'stard') {
    const task = createHeadingTask(sharedFolder);
    await measureTask(task, selectHeadings(task));
  }
  if (only !== 'headings') {
    const task = createStardTask(sharedFolder);
    await measureTask(task, task.queries);
  }
}
