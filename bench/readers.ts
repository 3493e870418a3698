/**
 * How much of the text, the headings and the tags of a document does each reader give? Ten documents in every format beside their text, and national documents in PDF beside
 * theirs. Characters by edit distance, white space aside; paragraphs, headings (with and without their level) and tags as what the reference and the file have in common, in order, of what the reference has.
 * `npm run bench readers`
 */
import { basename } from 'node:path';
import { type Analyzer, builtinTaxonomy, createAnalyzer } from '../src';
import { readPolicyFile } from '../src/read';
import { countCommon, measureAccuracy } from '../test/support/edit-distance';
import {
  type FormatCase,
  type FormatCases,
  formatCases,
  listHeadings,
  listSharedPdf,
  listTags,
  readReference,
} from '../test/support/format-fidelity';
import { sharedFolder } from '../test/support/shared-folder';

/** What a file gives of its reference. */
interface Fidelity {
  readonly file: string;
  readonly characters: number;
  /** Share of the characters that are equal. */
  readonly accuracy: number;
  readonly paragraphs: Common;
  readonly headings: Common;
  readonly levels: Common;
  readonly taggedPassages: Common;
}

interface Common {
  readonly same: number;
  readonly of: number;
  /** What the file has and the reference has not. */
  readonly more: number;
}

async function measureFile(analyzer: Analyzer, pair: FormatCase): Promise<Fidelity> {
  const reference = readReference(pair);
  const { text } = await readPolicyFile(pair.path);
  const expected = analyzer.parse(reference, { id: 'a' });
  const found = analyzer.parse(text, { id: 'a' });
  const [headings, expectedHeadings] = [listHeadings(found), listHeadings(expected)];
  return {
    file: basename(pair.path),
    characters: reference.replace(/\s+/g, '').length,
    accuracy: measureAccuracy(text, reference),
    paragraphs: compareLists(listParagraphs(text), listParagraphs(reference)),
    headings: compareLists(headings.map(dropLevel), expectedHeadings.map(dropLevel)),
    levels: compareLists(headings, expectedHeadings),
    taggedPassages: compareLists(listTags(analyzer, found), listTags(analyzer, expected)),
  };
}

function listParagraphs(text: string): readonly string[] {
  const squeezed = text.split('\n').map((line) => line.replace(/\s+/g, ''));
  return squeezed.filter((line) => line !== '');
}

function dropLevel(heading: string): string {
  return heading.slice(heading.indexOf(' ') + 1);
}

function compareLists(found: readonly string[], expected: readonly string[]): Common {
  const same = countCommon(found, expected);
  return { same, of: expected.length, more: found.length - same };
}

function addUp(parts: readonly Common[]): string {
  const sum = (key: keyof Common): number => parts.reduce((all, part) => all + part[key], 0);
  const more = sum('more');
  return `${String(sum('same'))} of ${String(sum('of'))}${more === 0 ? '' : `, ${String(more)} more`}`;
}

/** Rounded down: 100 % says that every character is equal. */
function toPercent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}

function describe(files: readonly Fidelity[]): Readonly<Record<string, string | number>> {
  const characters = files.reduce((sum, file) => sum + file.characters, 0);
  const equal = files.reduce((sum, file) => sum + file.accuracy * file.characters, 0);
  const lowest = files.reduce((low, file) => (file.accuracy < low.accuracy ? file : low));
  return {
    files: files.length,
    characters,
    equal: toPercent(equal / characters),
    lowest: toPercent(lowest.accuracy),
    paragraphs: addUp(files.map(({ paragraphs }) => paragraphs)),
    headings: addUp(files.map(({ headings }) => headings)),
    'with level': addUp(files.map(({ levels }) => levels)),
    'tagged passages': addUp(files.map(({ taggedPassages }) => taggedPassages)),
  };
}

async function main(cases: readonly FormatCases[]): Promise<void> {
  const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
  const rows: Record<string, ReturnType<typeof describe>> = {};
  for (const { name, floor, files } of cases) {
    const read: Fidelity[] = [];
    for (const pair of files) read.push(await measureFile(analyzer, pair));
    rows[name] = describe(read);
    const short = read.filter(({ accuracy }) => accuracy < floor).map(({ file }) => file);
    if (short.length > 0)
      throw new Error(
        `expected ${toPercent(floor)} of the text of each ${name}, less of ${short.join(', ')}`,
      );
  }
  console.table(rows);
}

if (sharedFolder === undefined) console.log('No shared data: without national documents in PDF.');
await main([...formatCases, ...(sharedFolder === undefined ? [] : [listSharedPdf(sharedFolder)])]);
