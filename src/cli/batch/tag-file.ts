/**
 * tagFile: one file to what is written of it. Runs in the main thread or in one of the pool, with the same result.
 *
 * @module
 */
import type { Analyzer } from '../../analyzer';
import { findReadBlock, type PolicyFile, type ReadSuccess, readListedFile } from '../../read';
import { createDocumentRecord, type TaggedDocumentRecord, type WorkbookEntry } from '../../report';
import { refuseBeyondHeap } from '../heap-room';
import { describePlace, describeProblem, type Problem } from '../problems';
import { formatRecord, type TagFormat } from '../record-writer';
import { listReviewEntries, type ReviewEntry } from '../review-list';
import { hashBytes, hashContent, hashText } from './hashes';
import type { TagSetup } from './tag-setup';

/** A file to be tagged. */
export interface TagTask {
  readonly file: PolicyFile;
  /** The hash of the content that a result is at hand for; undefined where there is none. */
  readonly known: string | undefined;
}

/** How much a file gave. */
export interface TagYield {
  readonly passages: number;
  readonly tags: number;
}

/** What has become of a file. */
export interface TagOutcome {
  /** `unchanged`: the content is the known one, and nothing was done. */
  readonly kind: 'unchanged' | 'tagged' | 'failed';
  /** Of the file's bytes, of the whole archive for a document in one; undefined where they could not be read. */
  readonly content: string | undefined;
  /** What goes into the output; empty for a workbook. */
  readonly payload: Uint8Array;
  /** Hash of the payload. */
  readonly digest: string;
  /** Hash of the text without white space; undefined where there is none. */
  readonly text: string | undefined;
  readonly yield: TagYield | undefined;
  readonly entry: WorkbookEntry | undefined;
  /** The passages to check, where they were asked for. */
  readonly toReview: readonly ReviewEntry[];
  readonly problem: Problem | undefined;
  readonly milliseconds: number;
}

const NOTHING = new Uint8Array();
const EMPTY = {
  content: undefined,
  payload: NOTHING,
  digest: hashBytes(NOTHING),
  text: undefined,
  yield: undefined,
  entry: undefined,
  toReview: [],
  problem: undefined,
} as const;

/** Reads and tags a file. Never rejects for a fault of the file. The analyzer is asked for only where there is something to do. */
export async function tagFile(
  getAnalyzer: () => Promise<Analyzer>,
  setup: Omit<TagSetup, 'taxonomy' | 'model'>,
  { file, known }: TagTask,
): Promise<TagOutcome> {
  // Hashed before it is read: a file that changes in between is done again the next time.
  const content = await hashContent(file, setup.reading);
  const whole = { ...EMPTY, content };
  if (content !== undefined && content === known)
    return { ...whole, kind: 'unchanged', milliseconds: 0 };
  const analyzer = await getAnalyzer();
  const began = performance.now();
  const result = await readAndTag(analyzer, setup, file);
  return { ...whole, ...result, milliseconds: performance.now() - began };
}

/** What has become of a file that the thread did not survive. */
export function createFailure(problem: Problem): TagOutcome {
  return { ...EMPTY, kind: 'failed', problem, milliseconds: 0 };
}

type Result = Pick<TagOutcome, 'kind'> & Partial<TagOutcome>;

async function readAndTag(
  analyzer: Analyzer,
  setup: Omit<TagSetup, 'taxonomy' | 'model'>,
  file: PolicyFile,
): Promise<Result> {
  try {
    const item = await readListedFile(file, setup.reading);
    if (item.kind === 'failure') throw item.error;
    const { record, toReview } = tagText(analyzer, item, setup);
    return {
      ...formatResult(setup.format, record, item.text),
      yield: countYield(record),
      toReview,
    };
  } catch (error) {
    return { kind: 'failed', problem: describeProblem(describePlace(file), error) };
  }
}

function tagText(
  analyzer: Analyzer,
  item: ReadSuccess,
  { scores, reviewLimit }: Pick<TagSetup, 'scores' | 'reviewLimit'>,
): { readonly record: TaggedDocumentRecord; readonly toReview: readonly ReviewEntry[] } {
  const { id, path, text, metadata, blocks, diagnostics } = item;
  const options = { scores: scores || reviewLimit > 0 };
  const document = analyzer.parse(text, { id, metadata });
  refuseBeyondHeap(document);
  const tagged = analyzer.tag(document, options);
  const record = createDocumentRecord(
    tagged,
    path,
    diagnostics,
    (offset) => findReadBlock(blocks, offset)?.page,
  );
  const toReview = reviewLimit === 0 ? [] : listReviewEntries(tagged, path, reviewLimit);
  return { record: scores ? record : leaveOutScores(record), toReview };
}

function countYield({ passages }: TaggedDocumentRecord): TagYield {
  const tags = passages.reduce((sum, passage) => sum + passage.tags.length, 0);
  return { passages: passages.length, tags };
}

function leaveOutScores(record: TaggedDocumentRecord): TaggedDocumentRecord {
  const passages = record.passages.map((passage) => ({ ...passage, scores: undefined }));
  return { ...record, passages };
}

function formatResult(format: TagFormat, record: TaggedDocumentRecord, source: string): Result {
  const text = hashText(source);
  if (format === 'xlsx') return { kind: 'tagged', text, entry: { record, source } };
  const payload = new TextEncoder().encode(formatRecord(format, record, source));
  return { kind: 'tagged', text, payload, digest: hashBytes(payload) };
}
