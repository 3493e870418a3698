/**
 * Reads gold labels from a file: JSONL, or CSV as `zhengce tag --review` writes it.
 *
 * @module
 */
import { readFile, stat } from 'node:fs/promises';
import { describeReadFault, describeReceived, ZhengceError } from '../errors';
import { parseTagGold, type TagGold } from '../evaluate';
import { DEFAULT_READ_LIMITS, decodeText } from '../read';
import { printProblem } from './problems';

/** More problems than this are counted, not listed. */
const MAX_LISTED_PROBLEMS = 20;

/** What the help of a command says of gold labels. */
export const GOLD_HELP = `
A gold label is a line of JSON:
  {"id","doc","start","end","codes"}   a passage of DIR/<doc>.txt, .md, or another format that is
                                       read; offsets count UTF-16 code units of the decoded text
  {"id","text","codes"}                a passage that stands alone; "title" and "headingPath" are
                                       taken into account where they are given
and may have "text", "coders": [[code]], what each annotator gave, and "evidence":
[{"start","end","code"?}], the words that speak for the codes. A .csv has these as columns, codes
separated by spaces. Lists of \`zhengce tag --review\` are gold once a person has corrected codes and
set checked to true (in a .csv: x); lines that nobody checked are passed over.`;

/**
 * The gold labels of a file; undefined, and the problems printed, where some lines are none, since figures on half a gold set deceive. Lines that nobody has checked are
 * counted on standard error.
 *
 * @throws ZhengceError `read-failed`, `input-too-large`; `invalid-input` without a gold label, or without a line of JSON
 */
export async function readGoldFile(
  file: string,
  codes: readonly string[],
  command: string,
): Promise<readonly TagGold[] | undefined> {
  const text = await readGoldText(file, command);
  const { gold, problems, unchecked } = parseTagGold(text, codes);
  if (problems.length > 0 && !text.includes('{')) throw refuseOther(file, text, command);
  for (const { line, message } of problems.slice(0, MAX_LISTED_PROBLEMS))
    printProblem({ place: `${file}:${line}`, code: 'invalid-input', message });
  if (problems.length > MAX_LISTED_PROBLEMS)
    process.stderr.write(`zhengce: ${problems.length - MAX_LISTED_PROBLEMS} more problems\n`);
  if (problems.length > 0) return undefined;
  if (gold.length === 0) throw refuseEmpty(file, command, unchecked);
  if (unchecked > 0) {
    const lines = `${unchecked} ${unchecked === 1 ? 'line' : 'lines'}`;
    process.stderr.write(`zhengce: ${lines} of ${file} not checked by a person, passed over\n`);
  }
  return gold;
}

/** A file without a single object, a policy text perhaps: one word on the whole instead of one a line. */
function refuseOther(file: string, text: string, command: string): ZhengceError {
  const example = '{"id":"1","doc":"plan","start":0,"end":80,"codes":["T1"]}';
  const message = `expected a gold label a line, such as ${example}, received no line of JSON, first ${describeReceived(text.trim())} (${file})`;
  return new ZhengceError('invalid-input', `${command}: ${message}`);
}

function refuseEmpty(file: string, command: string, unchecked: number): ZhengceError {
  const message =
    unchecked === 0
      ? `expected a gold label a line, received an empty file (${file})`
      : `expected gold labels, received ${unchecked} lines that nobody checked: correct their codes and set checked to true, in a .csv to x (${file})`;
  return new ZhengceError('invalid-input', `${command}: ${message}`);
}

async function readGoldText(file: string, command: string): Promise<string> {
  const bytes = await readBytes(file, command);
  if (/\.csv$/i.test(file)) return tableToLines(decodeText(bytes, file).text, file, command);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refuseFile(file, command, cause);
  }
}

async function readBytes(file: string, command: string): Promise<Uint8Array> {
  const { maxBytes } = DEFAULT_READ_LIMITS;
  try {
    const { size } = await stat(file);
    if (size <= maxBytes) return await readFile(file);
  } catch (cause) {
    throw refuseFile(file, command, cause);
  }
  const message = `${command}: expected at most ${maxBytes} bytes, received more (${file})`;
  throw new ZhengceError('input-too-large', message);
}

function refuseFile(file: string, command: string, cause: unknown): ZhengceError {
  const message = `${command}: expected a readable JSONL file in UTF-8, or a CSV file, received ${describeReadFault(cause)} (${file})`;
  return new ZhengceError('read-failed', message, { cause });
}

/** The rows of a table as lines of JSON, each on the line that a spreadsheet numbers it with. */
async function tableToLines(text: string, file: string, command: string): Promise<string> {
  const { parseCsv } = await import('hucre/csv');
  const [head = [], ...rows] = parseCsv(text).map((row) => row.map(String));
  const columns = head.map((name) => name.trim());
  if (!columns.includes('codes')) {
    const message = `${command}: expected a first row with the column codes, received ${columns.slice(0, 5).join(', ')} (${file})`;
    throw new ZhengceError('invalid-input', message);
  }
  return ['', ...rows.map((row) => rowToLine(columns, row))].join('\n');
}

function rowToLine(columns: readonly string[], row: readonly string[]): string {
  const cells = new Map(columns.map((column, i) => [column, restoreCell(row[i] ?? '')]));
  if ([...cells.values()].every((cell) => cell.trim() === '')) return '';
  return JSON.stringify(
    Object.fromEntries([...cells].flatMap(([name, cell]) => readCell(name, cell))),
  );
}

/** Takes the apostrophe away that keeps spreadsheets from calculating, see `defuseCell`. */
function restoreCell(cell: string): string {
  return /^'[=+\-@＝＋－＠\t\r\n]/.test(cell) ? cell.slice(1) : cell;
}

/** The values of a cell under the name of a key; none for columns that are for readers only. */
function readCell(name: string, cell: string): readonly (readonly [string, unknown])[] {
  const value = cell.trim();
  switch (name) {
    case 'codes':
      return [[name, value.split(/[\s,;、，；]+/).filter(Boolean)]];
    case 'checked':
      return [[name, isYes(value)]];
    case 'start':
    case 'end':
      return value === '' ? [] : [[name, /^\d+$/.test(value) ? Number(value) : value]];
    case 'headingPath':
      return value === '' ? [] : [[name, value.split(' > ')]];
    case 'id':
    case 'doc':
    case 'text':
    case 'title':
      return value === '' ? [] : [[name, name === 'text' ? cell : value]];
    default:
      return [];
  }
}

/** What people put into a box that they tick; false for an empty one, and for what means no. */
function isYes(value: string): boolean {
  return value !== '' && !/^(?:0|-|n|no|false|否|未|×)$/i.test(value);
}
