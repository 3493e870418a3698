/**
 * The review file: its flags, its name, and its two forms.
 *
 * @module
 */
import { extname } from 'node:path';
import { describeReceived, ZhengceError } from '../errors';
import { formatCsvTable, formatJsonLine } from '../report';
import { withOutput } from './output';
import { DEFAULT_REVIEW_LIMIT, type ReviewEntry } from './review-list';
import { nameShard, type Shard } from './shard';

/** Where a review list goes, and how long it may be. */
export interface ReviewTarget {
  /** Ends in `.jsonl` or `.csv`. */
  readonly path: string;
  readonly limit: number;
}

/** The longest review list. */
const MAX_LIMIT = 100_000;

/**
 * The target that `--review` and `--review-limit` say; undefined without the first. A shard writes to a name of its own.
 *
 * @throws ZhengceError `invalid-argument` for another ending, or a limit that is no integer from 1 to 100,000
 */
export function parseReviewFlags(
  { review, reviewLimit }: { readonly review?: string; readonly reviewLimit?: string },
  shard: Shard | undefined,
): ReviewTarget | undefined {
  if (review === undefined) {
    if (reviewLimit === undefined) return undefined;
    throw usage('expected --review FILE with --review-limit, received none (--review)');
  }
  if (!/\.(?:jsonl|csv)$/i.test(review))
    throw usage(`expected a .jsonl or .csv file, received ${describeReceived(review)} (--review)`);
  return { path: namePart(review, shard), limit: parseLimit(reviewLimit) };
}

function parseLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_REVIEW_LIMIT;
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw usage(
    `expected an integer from 1 to ${MAX_LIMIT}, received ${describeReceived(text)} (--review-limit)`,
  );
}

function usage(message: string): ZhengceError {
  return new ZhengceError('invalid-argument', `tag: ${message}`);
}

/** `review.jsonl` of shard 2 of 4 is `review-2-of-4.jsonl`. */
function namePart(path: string, shard: Shard | undefined): string {
  const extension = extname(path);
  return `${path.slice(0, -extension.length)}${nameShard(shard)}${extension}`;
}

/**
 * Writes a review list, whole or not at all: a line of JSON an entry, or a row.
 *
 * @throws ZhengceError `write-failed`
 */
export async function writeReviewFile(
  { path }: ReviewTarget,
  entries: readonly ReviewEntry[],
): Promise<void> {
  const isTable = extname(path).toLowerCase() === '.csv';
  await withOutput(path, async (output) => {
    await output.write(isTable ? formatTable(entries) : entries.map(formatJsonLine).join(''));
  });
}

/** In a spreadsheet what a person reads and fills in stands at the left. */
const COLUMNS = [
  'checked',
  'codes',
  'text',
  'title',
  'headingPath',
  'candidates',
  'confidence',
  'margin',
  'id',
  'doc',
  'start',
  'end',
  'path',
] as const;

function formatTable(entries: readonly ReviewEntry[]): string {
  const rows = entries.map((entry) => {
    const cells: Record<(typeof COLUMNS)[number], string | number | null> = {
      ...entry,
      checked: null,
      codes: entry.codes.join(' '),
      headingPath: entry.headingPath.join(' > '),
      candidates: entry.candidates.map(({ code, score }) => `${code} ${score}`).join('; '),
    };
    return COLUMNS.map((column) => cells[column]);
  });
  return formatCsvTable({ name: 'review', columns: COLUMNS, rows });
}
