// STARD (lay questions with the articles that answer them) over a collection of statutes: the retrieval task that search is
// measured by. Read from the shared data; see its README.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseDocument } from '../../src/document';
import type { SearchDocument, SearchPassage } from '../../src/search';

/** A lay question with the names of the articles that answer it. */
export interface StardQuery {
  readonly id: number;
  readonly text: string;
  readonly relevant: readonly string[];
}

/** The collection: a document a statute, a passage an article. */
export interface StardCollection {
  readonly documents: readonly SearchDocument[];
  readonly queries: readonly StardQuery[];
  /** The name of every passage, by its id. */
  readonly names: ReadonlyMap<string, string>;
}

/** How articles are named. */
export interface LoadStardOptions {
  /** Whether the books of the Civil Code, which the collection has as statutes, are named as the code that the judgments name. Default false. */
  readonly unitesCivilCode?: boolean;
  /** The most statutes that are read. Default: all. */
  readonly maxStatutes?: number;
}

interface ArticleLine {
  readonly law: string;
  readonly chapter: string;
  readonly article: string;
  readonly text: string;
}

const CIVIL_CODE = '民法典';
const CIVIL_CODE_BOOKS = new Set(
  '总则 物权编 合同编 人格权编 婚姻家庭编 继承编 侵权责任编 附则'.split(' '),
);

/** The collection with its queries, statutes in the order of the file, judged articles that are not among them last. Deterministic. */
export function loadStard(shared: string, options: LoadStardOptions = {}): StardCollection {
  const folder = join(shared, 'data/search');
  const lines = readLines(
    gunzipSync(readFileSync(join(folder, 'law-articles.jsonl.gz'))).toString(),
  ) as readonly ArticleLine[];
  const statutes = groupByLaw(lines).slice(0, options.maxStatutes ?? Infinity);
  const known = new Set(statutes.flatMap((group) => group.map((line) => nameLine(line, {}))));
  const judged = (
    readLines(readFileSync(join(folder, 'stard-articles.jsonl'), 'utf8')) as readonly {
      readonly id: string;
      readonly text: string;
    }[]
  )
    .map(splitName)
    .filter((line) => !known.has(nameLine(line, {})));
  const groups = [...statutes, ...groupByLaw(judged.sort(compareLaws))];
  const documents = groups.map((group, i) => createStatute(`statute-${i}`, group));
  const names = new Map(
    groups.flatMap((group, i) =>
      group.map((line, k) => [`statute-${i}#${k}`, nameLine(line, options)] as const),
    ),
  );
  return { documents, queries: readQueries(folder), names };
}

function readLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function readQueries(folder: string): readonly StardQuery[] {
  const lines = readLines(
    readFileSync(join(folder, 'stard-train-queries.jsonl'), 'utf8'),
  ) as readonly { readonly id: number; readonly query: string; readonly relevant: string[] }[];
  return lines.map(({ id, query, relevant }) => ({
    id,
    text: query,
    relevant: [...new Set(relevant.map(shortenName))],
  }));
}

/** Statutes are named with and without the country. */
function shortenName(name: string): string {
  return name.replace(/中华人民共和国|\s/gu, '');
}

function nameLine({ law, article }: ArticleLine, { unitesCivilCode }: LoadStardOptions): string {
  const named = unitesCivilCode === true && CIVIL_CODE_BOOKS.has(law) ? CIVIL_CODE : law;
  return shortenName(named + article);
}

function splitName({ id, text }: { readonly id: string; readonly text: string }): ArticleLine {
  const at = id.lastIndexOf('第');
  return { law: id.slice(0, at), chapter: '', article: id.slice(at), text };
}

function compareLaws(a: ArticleLine, b: ArticleLine): number {
  return a.law < b.law ? -1 : a.law > b.law ? 1 : 0;
}

/** The lines in runs of one law. */
function groupByLaw(lines: readonly ArticleLine[]): readonly (readonly ArticleLine[])[] {
  const groups: ArticleLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.law === line.law) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function createStatute(id: string, lines: readonly ArticleLine[]): SearchDocument {
  const title = lines[0]?.law ?? '';
  const { region } = parseDocument('', { id, title });
  let start = 0;
  const passages = lines.map(({ chapter, text }, i): SearchPassage => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    return {
      id: `${id}#${i}`,
      text,
      span,
      pieces: [span],
      headingPath: chapter === '' ? [] : [chapter],
      headingSpans: chapter === '' ? [] : [{ start: span.start, end: span.start }],
      tags: [],
    };
  });
  return {
    id,
    title,
    issuer: [],
    documentNumber: undefined,
    genre: undefined,
    issuedOn: undefined,
    region,
    passages,
  };
}
