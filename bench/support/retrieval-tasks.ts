// The retrieval tasks that search is measured by: lay questions on statutes, and headings of policy documents.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../src/document';
import type { RankingSample } from '../../src/evaluate';
import type { SearchDocument } from '../../src/search';
import { foldText, listTerms } from '../../src/search/analyze-text';
import { createJiebaSegmenter } from '../../src/segment';
import { loadStard } from '../../test/support/stard';

/** What is asked, and the names of the passages that answer it. */
export interface TaskQuery {
  readonly text: string;
  readonly relevant: readonly string[];
  /** Queries with one number are kept together where queries are divided. */
  readonly group: number;
}

/** Queries over a collection. */
export interface RetrievalTask {
  readonly title: string;
  readonly documents: readonly SearchDocument[];
  readonly queries: readonly TaskQuery[];
  /** How passages are judged: what each is known by. Passages with one name are one; several readings of the names may be judged. */
  readonly readings: readonly {
    readonly title: string;
    readonly nameOf: (id: string) => string;
  }[];
}

/** As deep as rankings are judged, and some, because passages with one name count as one. */
export const RANKING_DEPTH = 130;

export const segmenter: ReturnType<typeof createJiebaSegmenter> = createJiebaSegmenter();

/** A text as the words that search sees. */
export function cutText(text: string): readonly string[] {
  return listTerms(segmenter, foldText(text)).map(({ text: term }) => term);
}

/** The STARD train questions over all articles. */
export function createStardTask(shared: string): RetrievalTask {
  const { documents, queries, names } = loadStard(shared);
  const united = loadStard(shared, { unitesCivilCode: true }).names;
  return {
    title: 'STARD train',
    documents,
    queries: queries.map(({ text, relevant }, group) => ({ text, relevant, group })),
    readings: [
      { title: 'articles named as in the files', nameOf: (id) => names.get(id) ?? id },
      {
        title: 'the books of the Civil Code named as the code',
        nameOf: (id) => united.get(id) ?? id,
      },
    ],
  };
}

/** Headings that say something, as queries for the passages under them; the group is the number of the document. */
export function createHeadingTask(shared: string): RetrievalTask {
  const folder = join(shared, 'data/policies');
  const rows = readFileSync(join(shared, 'data/policies.tsv'), 'utf8').split('\n').slice(1);
  const ids = rows.map((row) => row.split('\t')[0] ?? '').filter((id) => id !== '');
  const documents = ids.map((id): SearchDocument => {
    const parsed = parseDocument(readFileSync(join(folder, `${id}.txt`), 'utf8'), { id });
    return {
      ...parsed,
      passages: parsed.passages.map((passage) => ({ ...passage, tags: [] })),
    };
  });
  return {
    title: 'Headings of policies',
    documents,
    queries: documents.flatMap(listHeadings),
    readings: [{ title: 'passages under the heading', nameOf: (id) => id }],
  };
}

function listHeadings({ passages }: SearchDocument, group: number): readonly TaskQuery[] {
  const sections = new Map<string, string[]>();
  for (const { id, headingPath } of passages) {
    const heading = (headingPath.at(-1) ?? '').replace(/[^\p{L}\p{N}]/gu, '');
    if (heading.length < 6 || heading.length > 40) continue;
    const section = sections.get(heading);
    if (section === undefined) sections.set(heading, [id]);
    else section.push(id);
  }
  return [...sections].map(([text, relevant]) => ({ text, relevant, group }));
}

/** Rankings of passage ids as samples, under one reading of the names. */
export function judgeRankings(
  rankings: readonly (readonly string[])[],
  queries: readonly TaskQuery[],
  nameOf: (id: string) => string,
): readonly RankingSample[] {
  return queries.map(({ relevant }, i) => ({
    ranked: (rankings[i] ?? []).map(nameOf),
    relevance: relevant,
  }));
}
