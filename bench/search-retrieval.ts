// How good is search? Lay questions on statutes (STARD) by the parts of ranking and beside the peers, and headings of policy documents
// as queries for the passages under them. It needs the shared data; settings are compared on the train queries only.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../src/document';
import { type RankingSample, scoreRankings } from '../src/evaluate';
import {
  createSearchIndex,
  PLAIN_BM25_SETTINGS,
  type SearchDocument,
  type SearchIndex,
  type SearchSettingsChange,
} from '../src/search';
import { foldText, listTerms } from '../src/search/analyze-text';
import { createJiebaSegmenter } from '../src/segment';
import { sharedFolder } from '../test/support/shared-folder';
import { loadStard, type StardCollection } from '../test/support/stard';
import { type BenchIndex, searchEngines } from './support/search-engines';

const DEPTH = 130;
/** Every how manieth query the peers answer; they are slow. */
const PEER_STEP = Number(process.env['ZHENGCE_BENCH_STEP'] ?? 5);

const segmenter = createJiebaSegmenter();

interface Task {
  readonly documents: readonly SearchDocument[];
  readonly queries: readonly { readonly text: string; readonly relevant: readonly string[] }[];
  /** What a passage is judged by; passages with one name are one. */
  readonly nameOf: (passageId: string) => string;
}

/** The defaults with one part left out each; plain BM25 first. */
const ABLATION: Readonly<Record<string, SearchSettingsChange>> = {
  'plain BM25': PLAIN_BM25_SETTINGS,
  default: {},
  '− pairs of characters': { bigram: { weight: 0 } },
  '− title': { title: { weight: 0 } },
  '− headings': { heading: { weight: 0 } },
  '− context': { context: { depth: 0 } },
  '− context of the document': { context: { document: 0 } },
  '− context of the section': { context: { section: 0 } },
  '− regional': { regional: 1 },
};

function printScores(name: string, samples: readonly RankingSample[]): void {
  const scores = scoreRankings(samples);
  if (scores === undefined) throw new Error(`${name}: expected a judged query, received none`);
  const { ndcgAt10, recallAt10, recallAt100, reciprocalRank } = scores;
  const figures = [ndcgAt10, recallAt10, recallAt100, reciprocalRank].map(({ value, interval }) => {
    const ends = [interval?.low, interval?.high].map((end) => end?.toFixed(3) ?? '–');
    return `${value.toFixed(3)} [${ends.join(', ')}]`;
  });
  console.log(`${name.padEnd(28)}${figures.join('  ')}`);
}

function printHead(title: string, queries: number): void {
  console.log(`\n${title}, ${queries} queries`);
  console.log(' '.repeat(28) + ['nDCG@10', 'recall@10', 'recall@100', 'MRR'].join(' '.repeat(14)));
}

function rankOurs(
  index: SearchIndex,
  { queries, nameOf }: Task,
  settings: SearchSettingsChange,
): readonly (readonly string[])[] {
  return queries.map(({ text }) =>
    index
      .search(text, { limit: DEPTH, countTotal: false, settings })
      .hits.map(({ passage }) => nameOf(passage.id)),
  );
}

function judge(
  rankings: readonly (readonly string[])[],
  { queries }: Pick<Task, 'queries'>,
): readonly RankingSample[] {
  return queries.map(({ relevant }, i) => ({ ranked: rankings[i] ?? [], relevance: relevant }));
}

const cut = (text: string): readonly string[] =>
  listTerms(segmenter, foldText(text)).map(({ text: term }) => term);

async function rankPeer(
  index: BenchIndex,
  { queries, nameOf }: Task,
  ids: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const rankings: (readonly string[])[] = [];
  for (const { text } of queries) {
    const found = await index.search(cut(text), DEPTH);
    rankings.push(found.map((number) => nameOf(ids[number] ?? '')));
  }
  return rankings;
}

async function comparePeers(title: string, task: Task, index: SearchIndex): Promise<void> {
  const sample = { ...task, queries: task.queries.filter((_, i) => i % PEER_STEP === 0) };
  printHead(`${title}, beside the peers`, sample.queries.length);
  printScores('ours', judge(rankOurs(index, sample, {}), sample));
  const passages = task.documents.flatMap((document) => document.passages);
  const lines = passages.map(({ text }) => cut(text).join(' '));
  const ids = passages.map(({ id }) => id);
  for (const name of ['wink', 'minisearch', 'orama', 'flexsearch'] as const) {
    const peer = await searchEngines[name].build(lines);
    printScores(name, judge(await rankPeer(peer, sample, ids), sample));
  }
}

function toTask({ documents, queries, names }: StardCollection): Task {
  return { documents, queries, nameOf: (id) => names.get(id) ?? id };
}

async function measureStard(shared: string): Promise<void> {
  const byName = toTask(loadStard(shared));
  const united = toTask(loadStard(shared, { unitesCivilCode: true }));
  const index = createSearchIndex(byName.documents, { segmenter });
  printHead(
    `STARD train over ${index.passageCount} articles, names as in the files`,
    byName.queries.length,
  );
  const rankings: (readonly [string, readonly (readonly string[])[]])[] = [];
  for (const [name, settings] of Object.entries(ABLATION)) {
    const ranked = byName.queries.map(({ text }) =>
      index
        .search(text, { limit: DEPTH, countTotal: false, settings })
        .hits.map(({ passage }): string => passage.id),
    );
    rankings.push([name, ranked]);
    printScores(name, judge(nameAll(ranked, byName), byName));
  }
  printHead('The same, the books of the Civil Code named as the code', united.queries.length);
  for (const [name, ranked] of rankings) printScores(name, judge(nameAll(ranked, united), united));
  await comparePeers('STARD train', byName, index);
}

function nameAll(
  rankings: readonly (readonly string[])[],
  { nameOf }: Task,
): readonly (readonly string[])[] {
  return rankings.map((ids) => ids.map(nameOf));
}

/** Headings that say something and stand over several passages, as queries for these. */
function makeHeadingTask(shared: string): Task {
  const folder = join(shared, 'data/policies');
  const rows = readFileSync(join(shared, 'data/policies.tsv'), 'utf8').split('\n').slice(1);
  const ids = rows.map((row) => row.split('\t')[0] ?? '').filter((id) => id !== '');
  const documents = ids.map((id): SearchDocument => {
    const parsed = parseDocument(readFileSync(join(folder, `${id}.txt`), 'utf8'), { id });
    return {
      ...parsed,
      passages: parsed.passages.map((passage) => ({ ...passage, tags: [] })),
    };
  });
  const queries = documents.flatMap(listHeadings);
  const step = Math.max(1, Math.floor(queries.length / 1000));
  return {
    documents,
    queries: queries.filter((_, i) => i % step === 0),
    nameOf: (id) => id,
  };
}

function listHeadings({ passages }: SearchDocument): Task['queries'] {
  const sections = new Map<string, string[]>();
  for (const { id, headingPath } of passages) {
    const heading = (headingPath.at(-1) ?? '').replace(/[^\p{L}\p{N}]/gu, '');
    if (heading.length < 6 || heading.length > 40) continue;
    const section = sections.get(heading);
    if (section === undefined) sections.set(heading, [id]);
    else section.push(id);
  }
  return [...sections].map(([text, relevant]) => ({ text, relevant }));
}

async function measureHeadings(shared: string): Promise<void> {
  const task = makeHeadingTask(shared);
  const index = createSearchIndex(task.documents, { segmenter });
  const title = `Headings of ${task.documents.length} policies over ${index.passageCount} passages`;
  printHead(title, task.queries.length);
  for (const [name, settings] of Object.entries(ABLATION))
    printScores(name, judge(rankOurs(index, task, settings), task));
  const hidden: SearchSettingsChange = { heading: { weight: 0 }, context: { section: 0 } };
  printScores('headings unseen', judge(rankOurs(index, task, hidden), task));
  await comparePeers('Headings', task, index);
}

if (sharedFolder === undefined) {
  console.log('needs the shared data: set ZHENGCE_SHARED to its folder');
} else {
  const only = process.env['ZHENGCE_BENCH_TASK'];
  if (only !== 'stard') await measureHeadings(sharedFolder);
  if (only !== 'headings') await measureStard(sharedFolder);
}
