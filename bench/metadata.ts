/**
 * What does the parser find out about the shared documents, and is it right? Titles, issuers, numbers, genres, dates and regions found, by prefix; then their
 * agreement with what the list of documents says. The rules were made while looking at documents with odd numbers; the even ones were left for this.
 * `npm run bench metadata`; `npx tsx bench/metadata.ts --misses` lists the disagreements of the odd ones.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PolicyDocument, parseDocument } from '../src/document';
import { sharedFolder } from '../test/support/shared-folder';

const FIELDS = ['title', 'issuer', 'documentNumber', 'genre', 'issuedOn', 'region'] as const;
type Field = (typeof FIELDS)[number];

/** A document and what the list says of it: whether a value agrees, by field; no entry where it says nothing. */
interface Case {
  readonly id: string;
  readonly title: string;
  readonly document: PolicyDocument;
  readonly facts: Facts;
}
type Facts = Readonly<Partial<Record<Field, (document: PolicyDocument) => boolean>>>;

/** Words of an English title, and the genres that they stand for. */
const ENGLISH_GENRES: readonly (readonly [RegExp, string])[] = [
  [/Notice|Announcement/, '通知 公告 通告'],
  [/Opinions?/, '意见 函'],
  [/Plan/, '计划 方案 规划 纲要 要点'],
  [/Measures|Polic(?:y|ies)/, '办法 措施'],
  [/Guid(?:elines?|e|ance)/, '指南 指引 意见'],
  [/Regulations?|Rules|Specification|Provisions|Norms|Ethic/, '规定 规范 细则 条例 规则 办法'],
  [/Points/, '要点'],
  [/List|Catalog/, '清单 目录'],
  [/Report/, '报告'],
  [/Reply|Response/, '答复 函 批复'],
];

if (sharedFolder === undefined)
  console.log('metadata: needs the shared data, set ZHENGCE_SHARED to its folder');
else report(readCases(join(sharedFolder, 'data')));

function readCases(folder: string): readonly Case[] {
  const rows = readFileSync(join(folder, 'policies.tsv'), 'utf8').split('\n').slice(1);
  return rows.filter(Boolean).map((row) => {
    const [id = '', , , title = ''] = row.split('\t');
    const text = readFileSync(join(folder, 'policies', `${id}.txt`), 'utf8');
    return { id, title, document: parseDocument(text, { id }), facts: readFacts(id, title) };
  });
}

function report(cases: readonly Case[]): void {
  console.log('found (of them inferred):');
  console.table(tabulate(cases, writeFound));
  for (const [half, rest] of [
    ['odd', 1],
    ['even', 0],
  ] as const) {
    const group = cases.filter(({ id }) => Number(id.slice(3)) % 2 === rest);
    console.log(`${half} numbers: agree / found / told by the list`);
    console.table(tabulate(group, writeAgreement));
    if (half === 'odd' && process.argv.includes('--misses')) listMisses(group);
  }
}

function tabulate(
  cases: readonly Case[],
  write: (group: readonly Case[], field: Field) => string,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const prefixes = [...new Set(cases.map(({ id }) => id.slice(0, 2)))];
  const groups = prefixes.map(
    (each) => [each, cases.filter(({ id }) => id.startsWith(each))] as const,
  );
  return Object.fromEntries(
    [...groups, ['all', cases] as const].map(([name, group]) => [
      name,
      {
        documents: String(group.length),
        ...Object.fromEntries(FIELDS.map((field) => [field, write(group, field)])),
      },
    ]),
  );
}

function writeFound(group: readonly Case[], field: Field): string {
  const found = group.filter(({ document }) => hasField(document, field)).length;
  const inferred = group.filter(({ document }) =>
    document.diagnostics.some(
      ({ ruleId, message }) => ruleId === 'metadata-inferred' && message.startsWith(`${field} `),
    ),
  ).length;
  return inferred === 0 ? String(found) : `${String(found)} (${String(inferred)})`;
}

function writeAgreement(group: readonly Case[], field: Field): string {
  const told = group.filter(({ facts }) => facts[field] !== undefined);
  const found = told.filter(({ document }) => hasField(document, field));
  const agree = found.filter(({ document, facts }) => facts[field]?.(document) === true);
  return told.length === 0 ? '' : [agree, found, told].map(({ length }) => length).join(' / ');
}

function listMisses(group: readonly Case[]): void {
  for (const { id, title, document, facts } of group)
    for (const field of FIELDS)
      if (facts[field]?.(document) === false)
        console.log(id, field, JSON.stringify(document[field] ?? null), title.slice(0, 90));
}

function hasField(document: PolicyDocument, field: Field): boolean {
  const value = document[field];
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

/** What the list says: the Chinese titles and what stands in them; of the others the kind of genre, and where they come from. */
function readFacts(id: string, title: string): Facts {
  switch (id.slice(0, 2)) {
    case 'cn':
      return { ...readEnglish(title), region: ({ region }) => region?.name === '全国' };
    case 'sd':
      return { ...readEnglish(title), region: isWithin('山东省') };
    case 'ct':
    case 'gw':
      return readReportTitle(title);
    case 'lw':
      return { ...readChinese(title), ...readVersion(title) };
    default:
      return readChinese(title);
  }
}

function readEnglish(title: string): Facts {
  const genres = ENGLISH_GENRES.filter(([word]) => word.test(title)).flatMap(([, names]) =>
    names.split(' '),
  );
  return genres.length === 0
    ? {}
    : { genre: ({ genre }) => genre !== undefined && genres.includes(genre) };
}

/** 云澜市政府工作报告2024. */
function readReportTitle(title: string): Facts {
  const year = /20\d\d/.exec(title)?.[0] ?? '';
  const place = title.replace(/政府工作报告|20\d\d年?/g, '');
  const name = place.replace(/[省市]$/, '');
  return {
    genre: ({ genre }) => genre === '工作报告',
    issuedOn: ({ issuedOn }) => issuedOn?.startsWith(year) === true,
    ...(place === ''
      ? {}
      : {
          region: ({ region }) => region?.name.includes(name) === true,
          issuer: ({ issuer }) => issuer[0]?.startsWith(name) === true,
        }),
  };
}

/** A title agrees where one of the two holds the other, marks aside: the list has many without the notice around them. */
function readChinese(listed: string): Facts {
  const key = keyOf(listed);
  const place = /^(.{2,4}[省市])/.exec(key)?.[1];
  return {
    title: ({ title }) => {
      const own = keyOf(title ?? '');
      return own.length > 3 && (own.includes(key) || key.includes(own));
    },
    ...(place === undefined ? {} : { region: isWithin(place) }),
  };
}

function keyOf(title: string): string {
  return title.replace(/^\d+_|\([^()]*\)$/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The list dates a statute by its version; the parser, by its first date. */
function readVersion(title: string): Facts {
  const date = /\((\d{4}-\d\d-\d\d)\)$/.exec(title)?.[1];
  return date === undefined ? {} : { issuedOn: ({ issuedOn }) => issuedOn === date };
}

function isWithin(place: string): (document: PolicyDocument) => boolean {
  return ({ region }) => region?.name.includes(place) === true;
}
