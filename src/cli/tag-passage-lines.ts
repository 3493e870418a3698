/**
 * Tags single passages: JSONL in, JSONL out, line by line.
 *
 * @module
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Analyzer } from '../analyzer';
import { describeReadFault, ZhengceError } from '../errors';
import {
  createPassageTagsRecord,
  formatJsonLine,
  type PassageInputRecord,
  passageInputRecordSchema,
} from '../report';
import { type Output, withOutput } from './output';
import { describeProblem, printProblem } from './problems';
import { startProgress } from './progress';
import { readLines } from './read-lines';
import { type ReviewTarget, writeReviewFile } from './review-file';
import { createLoneEntry, createReviewList, type ReviewList } from './review-list';

/** Options of {@link tagPassageLines}. */
export interface TagPassageLinesOptions {
  /** Folder to write `tags.jsonl` to; standard output where undefined. */
  readonly out: string | undefined;
  /** Where the list of passages to check goes; none where undefined. */
  readonly review: ReviewTarget | undefined;
  /** Whether lines list the score of every concept. */
  readonly scores: boolean;
  /** No progress and no summary; problems are listed all the same. */
  readonly quiet: boolean;
}

/**
 * Tags the passages of a JSONL file, `-` for standard input; the exit status. A line that is no passage is listed with its number, and the others go on.
 * Memory does not grow with the file.
 *
 * @throws ZhengceError `read-failed` where the file cannot be read, `write-failed` where the output cannot be written
 */
export async function tagPassageLines(
  analyzer: Analyzer,
  file: string,
  options: TagPassageLinesOptions,
): Promise<number> {
  const began = Date.now();
  const { out, quiet, review } = options;
  const path = out === undefined ? undefined : join(out, 'tags.jsonl');
  const silent = quiet || (out === undefined && process.stdout.isTTY);
  const list = createReviewList(review?.limit ?? 0);
  const tag = (line: Buffer, place: string): string | undefined =>
    tagLine(analyzer, line, place, { ...options, list });
  const tally = await withOutput(path, (output) => tagLines(file, output, silent, tag));
  if (review !== undefined) await writeReviewFile(review, list.entries());
  if (!quiet) printSummary(tally, began);
  return tally.failed === 0 ? 0 : 1;
}

interface Tally {
  readonly passages: number;
  readonly failed: number;
}

async function tagLines(
  file: string,
  output: Output,
  quiet: boolean,
  tag: (line: Buffer, place: string) => string | undefined,
): Promise<Tally> {
  const progress = startProgress({ total: undefined, unit: 'passages', quiet });
  let [number, passages, failed] = [0, 0, 0];
  for await (const line of openLines(file)) {
    number += 1;
    if (isBlank(line)) continue;
    passages += 1;
    const result = tag(line, `${nameInput(file)}:${String(number)}`);
    if (result === undefined) failed += 1;
    else await output.write(result);
    progress.advance();
  }
  return { passages, failed };
}

function nameInput(file: string): string {
  return file === '-' ? 'standard input' : file;
}

async function* openLines(file: string): AsyncGenerator<Buffer, void, undefined> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* readLines(input);
  } catch (cause) {
    if (cause instanceof ZhengceError) throw cause;
    const message = `tag: expected a readable JSONL file, received ${describeReadFault(cause)} (${nameInput(file)})`;
    throw new ZhengceError('read-failed', message, { cause });
  }
}

function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

/** The line to be written; undefined, and a problem printed, where there is none. */
function tagLine(
  analyzer: Analyzer,
  line: Buffer,
  place: string,
  options: LineOptions,
): string | undefined {
  try {
    return tagRecord(analyzer, parseLine(line), options);
  } catch (error) {
    printProblem(describeProblem(place, error));
    return undefined;
  }
}

type LineOptions = Pick<TagPassageLinesOptions, 'review' | 'scores'> & {
  readonly list: ReviewList;
};

function tagRecord(
  analyzer: Analyzer,
  { id, text, title, headingPath }: PassageInputRecord,
  { review, scores, list }: LineOptions,
): string {
  const passage = { id: String(id), text, title, headingPath };
  const tagged = analyzer.tagPassages([passage], { scores: scores || review !== undefined });
  if (review !== undefined) list.add(tagged.map((tags) => createLoneEntry(passage, tags)));
  const records = tagged.map((tags) => createPassageTagsRecord(id, tags));
  return records
    .map((record) => formatJsonLine(scores ? record : { ...record, scores: undefined }))
    .join('');
}

function parseLine(line: Buffer): PassageInputRecord {
  const parsed = passageInputRecordSchema.safeParse(parseJson(decodeLine(line)));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const where = path.length === 0 ? '' : ` (${path.join('.')})`;
    return `${message.replace('Invalid input: ', '')}${where}`;
  });
  throw new ZhengceError('invalid-input', faults.join('; '));
}

/** A mark at the beginning of a line is left out: files that were concatenated have it in their midst. */
function decodeLine(line: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch (cause) {
    const message = 'expected UTF-8, received other bytes: save the file as UTF-8';
    throw new ZhengceError('invalid-input', message, { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `expected one JSON object a line, received something else: ${reason}`;
    throw new ZhengceError('invalid-input', message, { cause });
  }
}

function printSummary({ passages, failed }: Tally, began: number): void {
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stderr.write(
    `zhengce: ${String(passages)} ${passages === 1 ? 'passage' : 'passages'} in ${seconds} s, ${String(failed)} failed\n`,
  );
}
