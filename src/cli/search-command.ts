/**
 * `zhengce search`: asks an index, and writes what it finds for people or as JSON.
 *
 * @module
 */
import type { Command } from 'commander';
import { describeReceived, ZhengceError } from '../errors';
import { readSnapshotFile } from '../read';
import { createSearchResultRecord, formatJsonLine } from '../report';
import {
  type CorrectedQuery,
  type FacetField,
  loadPinyin,
  loadSearchIndex,
  type Query,
  type SearchIndex,
  type SearchOptions,
  type SearchResult,
  type SearchSort,
} from '../search';
import { createTaxonomySegmenter } from '../tag';
import { collect } from './folder-options';
import { withOutput } from './output';
import { describeNotice } from './search-notices';
import { formatSearchResult } from './search-output';
import { readSearchQuery } from './search-query';
import { readTaxonomyOption } from './taxonomy-file';

interface SearchFlags {
  readonly filter?: readonly string[];
  readonly facets?: string;
  readonly facetLimit?: string;
  readonly limit: string;
  readonly offset: string;
  readonly sort: string;
  readonly group?: true;
  readonly explain?: true;
  /** False with --no-synonyms. */
  readonly synonyms: boolean;
  readonly like?: string;
  readonly json?: true;
  readonly taxonomy?: string;
  readonly quiet?: true;
}

/** Most values of a facet that are printed where no limit is given. */
const PRINTED_VALUES = 20;

const HELP = `
The query language:
  数据要素 市场           words: none is required, the best passages come first
  "数据要素市场" “…”      these words in this order, required
  -金融  NOT 金融          must not occur
  数字乡村 OR 智慧农业    one of the two
  国发〔2021〕29号          the documents with this number, then the passages that cite it
  task:T2 action:A3 region:浙江 issuer:国务院 genre:规划 year:2021..2023 doc:ID
What the index does not have (a value, a number) and what filters leave out because it has no date
or region is said on standard error. Traditional and full-width characters are folded. Everyday names and
abbreviations find the official ones: 发改委, 十四五, AI.

Examples:
  zhengce search policies.zci 数据要素市场
  zhengce search policies.zci '数据要素 -金融' --filter task=T2 --filter year=2021..2023
  zhengce search policies.zci '"公共数据"' --facets task,region --json | jq .facets
  zhengce search policies.zci --like gw-001#p12        passages like this one

Exit status: 0 done, found or not; 1 the index cannot be read; 2 wrong usage, or a query that is
malformed; 130 interrupted.`;

/** Adds the command `search` to the program. */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('search an index')
    .argument('<FILE.zci>', 'an index that `zhengce index` wrote')
    .argument(
      '[QUERY...]',
      'what to look for; quote it where it has "; -- before one that begins with -',
    )
    .option('--filter <field=value>', 'only passages with the value; may be repeated', collect)
    .option('--facets <fields>', 'count all matches by task, action, region, issuer, genre, year')
    .option('--facet-limit <n>', 'most values of each (default: 20, with --json all)')
    .option('--limit <n>', 'most hits', '10')
    .option('--offset <n>', 'hits to pass over', '0')
    .option('--sort <order>', 'relevance, position, newest, oldest', 'relevance')
    .option('--group', 'gather hits by document; the limit counts documents')
    .option('--explain', 'say how each score comes about')
    .option('--no-synonyms', 'look for the words as they are')
    .option('--like <PASSAGE>', 'passages like the one with this id, instead of a query')
    .option('--json', 'write one line of JSON')
    .option('--taxonomy <FILE>', 'the plan that the index was made with, where it was your own')
    .option('--quiet', 'no summary')
    .addHelpText('after', HELP)
    .action(async (file: string, words: readonly string[], flags: SearchFlags) => {
      process.exitCode = await runSearchCommand(file, words.join(' '), flags);
    });
}

async function runSearchCommand(file: string, text: string, flags: SearchFlags): Promise<number> {
  const { like, json = false, quiet = false } = flags;
  if (like !== undefined && text !== '') {
    throw usage(`expected no QUERY with --like, received ${describeReceived(text)} (QUERY)`);
  }
  const options = readOptions(flags);
  const query = readSearchQuery(text, flags.filter ?? []);
  if (like === undefined && query.clauses.length === 0 && flags.facets === undefined) {
    throw usage(
      'expected a QUERY, --filter or --like, received none (QUERY); --facets task counts all passages',
    );
  }
  const index = await readIndex(file, flags.taxonomy);
  const began = performance.now();
  const result =
    like === undefined ? index.search(query, options) : index.findSimilar(like, options);
  const milliseconds = performance.now() - began;
  const correction = like === undefined ? await correct(index, query, options) : undefined;
  const offset = options.offset ?? 0;
  const parts = { query: like === undefined ? text : undefined, result, offset, correction };
  const record = createSearchResultRecord(parts);
  await withOutput(undefined, (output) =>
    output.write(json ? formatJsonLine(record) : formatSearchResult(record, isStyled())),
  );
  if (!quiet && !json) printSummary(result, index, milliseconds, correction);
  return 0;
}

/** https://no-color.org */
function isStyled(): boolean {
  return process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
}

function readOptions(flags: SearchFlags): SearchOptions {
  return {
    limit: readInteger('--limit', flags.limit),
    offset: readInteger('--offset', flags.offset),
    // The index knows which fields and orders there are, and says so.
    facets: (flags.facets?.split(',') ?? []) as FacetField[],
    ...readFacetLimit(flags),
    sort: flags.sort as SearchSort,
    ...(flags.group === true ? { groupBy: 'document' as const } : {}),
    ...(flags.synonyms ? {} : { synonyms: false as const }),
    highlight: true,
    explain: flags.explain === true,
  };
}

/** For people the most frequent values, for programs all, unless the limit is given. */
function readFacetLimit({ facetLimit, json }: SearchFlags): Pick<SearchOptions, 'facetLimit'> {
  if (facetLimit !== undefined) return { facetLimit: readInteger('--facet-limit', facetLimit) };
  return json === true ? {} : { facetLimit: PRINTED_VALUES };
}

function readInteger(argument: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw usage(`expected a number, received ${describeReceived(value)} (${argument})`);
}

async function readIndex(file: string, taxonomyFile: string | undefined): Promise<SearchIndex> {
  const bytes = await readSnapshotFile(file);
  const taxonomy = await readTaxonomyOption(taxonomyFile, 'search');
  const segmenter = createTaxonomySegmenter(taxonomy);
  try {
    return loadSearchIndex(bytes, { segmenter });
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    throw new ZhengceError(error.code, `${error.message} (${file})${adviseOn(error)}`, {
      details: error.details,
      cause: error,
    });
  }
}

function adviseOn({ code }: ZhengceError): string {
  if (code !== 'incompatible-snapshot') return '';
  return '; an index made with a plan of your own needs --taxonomy, one of another version has to be made anew';
}

async function correct(
  index: SearchIndex,
  query: Query,
  { synonyms }: SearchOptions,
): Promise<CorrectedQuery | undefined> {
  const pinyin = await loadPinyin();
  return index.correct(query, synonyms === undefined ? { pinyin } : { pinyin, synonyms });
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `search: ${message}`);
}

function printSummary(
  { hits, notices, total = hits.length }: SearchResult,
  { passageCount }: SearchIndex,
  milliseconds: number,
  correction: CorrectedQuery | undefined,
): void {
  for (const notice of notices) process.stderr.write(`zhengce: ${describeNotice(notice)}\n`);
  if (correction !== undefined) {
    process.stderr.write(`zhengce: did you mean ${correction.text}\n`);
  }
  process.stderr.write(
    `zhengce: ${String(total)} of ${String(passageCount)} passages match, ${String(hits.length)} shown, ${milliseconds.toFixed(0)} ms\n`,
  );
}
