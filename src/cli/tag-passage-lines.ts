/**
 * Tags single passages: JSONL in, JSONL out, line by line.
 *
 * @module
 */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Analyzer } from '../analyzer';
import { ZhengceError } from '../errors';
import { createPassageTagsRecord, formatJsonLine, type PassageInputRecord, passageInputRecordSchema } from '../report';
import { openFileOutput, openStandardOutput, type Output } from './output';

/**
 * Tags the passages of a JSONL file, `-` for standard input; the exit status. A line that is no passage is listed with its number, and the others go on.
 * Memory does not grow with the file.
 *
 * @throws ZhengceError `read-failed` where the file cannot be read
 */
export async function tagPassageLines(analyzer: Analyzer, file: string, out: string | undefined): Promise<number> {
  const output = out === undefined ? openStandardOutput() : await openFileOutput(join(out, 'tags.jsonl'));
  try {
    const failed = await tagLines(analyzer, file, output);
    await output.finish();
    return failed === 0 ? 0 : 1;
  } catch (error) {
    await output.discard();
    throw error;
  }
}

async function tagLines(analyzer: Analyzer, file: string, output: Output): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let fault: Error | undefined;
  input.once('error', (error: Error) => {
    fault = error;
  });
  let number = 0;
  let failed = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const record = readLine(number === 1 ? line.replace(/^\ufeff/, '') : line);
    if (typeof record === 'string') {
      failed += 1;
      process.stderr.write(`zhengce: ${file}:${String(number)}: [invalid-input] ${record}\n`);
    } else await output.write(tagRecord(analyzer, record));
  }
  if (fault !== undefined) throw describeFault(file, fault);
  return failed;
}

/** The passage of a line, or what is wrong with it. */
function readLine(line: string): PassageInputRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `expected JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  const parsed = passageInputRecordSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ');
}

function tagRecord(analyzer: Analyzer, { id, text, title, headingPath }: PassageInputRecord): string {
  const [tags] = analyzer.tagPassages([{ id: String(id), text, title, headingPath }]);
  return formatJsonLine(createPassageTagsRecord(id, tags ?? { id: String(id), tags: [] }));
}

function describeFault(file: string, cause: Error): ZhengceError {
  const code = 'code' in cause ? String(cause.code) : cause.message;
  return new ZhengceError('read-failed', `tag: expected a readable file, received ${code} (${file})`, { cause });
}
