/**
 * Rebuilds statutes: every article of the gold collection that belongs to one of the `lw-*` documents must come out of the
 * parser with its chapter and its text.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type PolicyDocument, parseDocument, type Section } from '../../src/document';
import { describeWithShared } from '../support/shared';

interface GoldArticle {
  readonly law: string;
  readonly chapter: string;
  readonly article: string;
  readonly text: string;
}

interface ParsedArticle {
  readonly marker: string;
  /** The nearest chapter or section above; the title where there is none; empty where its number is lost. */
  readonly chapter: string;
  readonly text: string;
}

/** Articles, by hand, behind which the gold collection has the words of a heading that lost its number. */
const LOOKED_AT: readonly string[] = [
  'lw-027 第十二条',
  'lw-027 第二十条',
  'lw-027 第三十条',
  'lw-027 第三十八条',
  'lw-027 第四十九条',
  'lw-027 第五十八条',
  'lw-033 第六条',
  'lw-033 第三十一条',
  'lw-033 第五十一条',
  'lw-033 第五十七条',
  'lw-038 第六十条',
];

/** Articles under such headings, by document: the gold collection puts them under the chapter before. */
const UNNUMBERED: Readonly<Record<string, number>> = { 'lw-027': 42, 'lw-033': 34, 'lw-038': 7 };

describeWithShared('parseDocument on statutes', (shared) => {
  const laws = readGoldArticles(join(shared, 'data/search/law-articles.jsonl.gz'));
  const rows = readFileSync(join(shared, 'data/policies.tsv'), 'utf8')
    .split('\n')
    .filter((row) => row.startsWith('lw-'))
    .map((row) => row.split('\t'));

  it('finds every article with its chapter and its text', () => {
    const misses: string[] = [];
    const looked: string[] = [];
    const unnumbered = new Map<string, number>();
    let articles = 0;
    for (const [id = '', , , title = ''] of rows) {
      const source = readFileSync(join(shared, `data/policies/${id}.txt`), 'utf8');
      const document = parseDocument(source, { id });
      const parsed = listArticles(document, title.split('(')[0] ?? title);
      // The gold collection takes a heading that lost its number, 附则, for the last words of the article above, and puts the articles below under the chapter before.
      const bare = listBareHeadings(document.sections);
      for (const gold of selectVersion(
        laws.get(title.replace(/\(\d{4}-\d\d-\d\d\)$/, '')) ?? [],
        source,
      )) {
        articles += 1;
        const match = parsed.find(({ marker }) => marker === squeeze(gold.article));
        const isGlued = bare.some(
          (heading) => `${match?.text ?? ''}${heading}` === squeeze(gold.text),
        );
        if (match === undefined || !(isGlued || match.text === squeeze(gold.text)))
          misses.push(`${id} ${gold.article}: text`);
        else if (isGlued) looked.push(`${id} ${gold.article}`);
        else if (match.chapter === '') unnumbered.set(id, (unnumbered.get(id) ?? 0) + 1);
        else if (match.chapter !== squeeze(gold.chapter))
          misses.push(`${id} ${gold.article}: ${gold.chapter}, not ${match.chapter}`);
      }
    }
    expect(articles).toBeGreaterThan(2500);
    expect(misses).toEqual([]);
    expect(looked).toEqual(LOOKED_AT);
    expect(Object.fromEntries(unnumbered)).toEqual(UNNUMBERED);
  });
});

function readGoldArticles(path: string): ReadonlyMap<string, readonly GoldArticle[]> {
  const laws = new Map<string, GoldArticle[]>();
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (line === '') continue;
    const article = JSON.parse(line) as GoldArticle;
    const list = laws.get(article.law) ?? [];
    list.push(article);
    laws.set(article.law, list);
  }
  return laws;
}

/** Several versions of a law coexist under one name: the one whose articles stand in the source. */
function selectVersion(articles: readonly GoldArticle[], source: string): readonly GoldArticle[] {
  const versions: GoldArticle[][] = [];
  for (const article of articles) {
    if (article.article === '第一条' || versions.length === 0) versions.push([]);
    versions.at(-1)?.push(article);
  }
  const words = squeeze(source);
  const share = (version: readonly GoldArticle[]): number =>
    version.filter(({ text }) => words.includes(squeeze(text))).length / version.length;
  return versions.sort((a, b) => share(b) - share(a))[0] ?? [];
}

function listArticles(document: PolicyDocument, title: string): readonly ParsedArticle[] {
  const walk = (section: Section, chapter: string): readonly ParsedArticle[] => {
    const named =
      section.kind === 'chapter' || section.kind === 'section' || section.kind === 'part';
    const isBare = section.marker === '' && section.children.some(({ kind }) => kind === 'article');
    const above = named ? squeeze(section.marker + section.heading) : isBare ? '' : chapter;
    const own = {
      marker: squeeze(section.marker),
      chapter: above,
      text: squeeze(document.source.slice(section.headingSpan.end, section.span.end)),
    };
    return [
      ...(section.kind === 'article' ? [own] : []),
      ...section.children.flatMap((child) => walk(child, above)),
    ];
  };
  return document.sections.flatMap((section) => walk(section, squeeze(title)));
}

/** Headings without a number, as they stand in a text without white space. */
function listBareHeadings(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ marker, heading, children }) => [
    ...(marker === '' ? [squeeze(heading)] : []),
    ...listBareHeadings(children),
  ]);
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200b]+/g, '');
}
