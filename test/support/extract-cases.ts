// Reads the labelled cases of test/fixtures/extract and compares what an extractor finds with them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyDocument, parseDocument } from '../../src/document';

const folder = join(import.meta.dirname, '../fixtures/extract');

/** A text with what a reader finds in it, in the notation of the folder's README. */
export interface ExtractCase {
  readonly text: string;
  readonly document: PolicyDocument;
  readonly expected: readonly string[];
}

/** Returns the cases of `<name>-before.txt`, `<name>-after.txt` and `<name>-names.txt` that exist, in the order of the files. */
export function readExtractCases(
  name: string,
  parts: readonly string[] = ['before', 'after', 'names'],
): readonly ExtractCase[] {
  return parts
    .map((part) => join(folder, `${name}-${part}.txt`))
    .filter((path) => existsSync(path))
    .flatMap(readFile);
}

interface Draft {
  readonly title: string | undefined;
  readonly heading: string;
  readonly text: string;
  readonly expected: string[];
}

function readFile(path: string): readonly ExtractCase[] {
  const drafts: Draft[] = [];
  let title: string | undefined;
  let heading = '一、有关事项';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    if (line.startsWith('#title ')) title = line.slice('#title '.length);
    else if (line.startsWith('#heading ')) heading = line.slice('#heading '.length);
    else if (line.startsWith('= ')) drafts.at(-1)?.expected.push(...splitExpected(line.slice(2)));
    else {
      drafts.push({ title, heading, text: line.replaceAll('\\n', '\n'), expected: [] });
      title = undefined;
      heading = '一、有关事项';
    }
  }
  return drafts.map(({ title: given, heading: above, text, expected }) => ({
    text,
    expected,
    document: parseDocument(`${above}\n${text}\n`, {
      id: 'case',
      ...(given === undefined ? {} : { title: given }),
    }),
  }));
}

function splitExpected(line: string): readonly string[] {
  return line.split(' / ').map((one) => foldBrackets(one.trim()));
}

function foldBrackets(text: string): string {
  return text.replaceAll('（', '(').replaceAll('）', ')');
}

/** How a run over the cases did. */
export interface CaseScores {
  readonly found: number;
  readonly expected: number;
  readonly correct: number;
  readonly precision: number;
  readonly recall: number;
  /** One line a case that went wrong: the text, what is missing, what is too much. */
  readonly faults: readonly string[];
}

/** Compares what `extract` finds, written in the notation of the cases, with what they expect; each is counted as often as it occurs. */
export function scoreCases(
  cases: readonly ExtractCase[],
  extract: (document: PolicyDocument) => readonly string[],
): CaseScores {
  let found = 0;
  let expected = 0;
  let correct = 0;
  const faults: string[] = [];
  for (const one of cases) {
    const got = extract(one.document).map(foldBrackets);
    const missing = one.expected.filter((want) => {
      const at = got.indexOf(want);
      if (at >= 0) got.splice(at, 1);
      return at < 0;
    });
    expected += one.expected.length;
    correct += one.expected.length - missing.length;
    found += one.expected.length - missing.length + got.length;
    if (missing.length + got.length > 0)
      faults.push(
        `${one.text}\n   missing: ${missing.join(' / ')}\n   too much: ${got.join(' / ')}`,
      );
  }
  const precision = found === 0 ? 1 : correct / found;
  const recall = expected === 0 ? 1 : correct / expected;
  return { found, expected, correct, precision, recall, faults };
}
