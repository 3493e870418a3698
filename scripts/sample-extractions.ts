/**
 * Prints a random sample of what the extractors find and of what they pass over in the shared policy documents, for a person to judge:
 * `npx tsx scripts/sample-extractions.ts targets [--seed 7] [--count 100]`. The figures are in docs/decisions/extraction.md. Documents kept apart for judging are left out.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type PolicyDocument, parseDocument } from '../src/document';
import { createRandom } from '../src/evaluate/random';
import { extractBodies, extractCitations, extractTargets, scoreWording } from '../src/extract';
import { type Span, splitSentences } from '../src/text';
import {
  formatBody,
  formatCitation,
  formatMark,
  formatTarget,
} from '../test/support/extract-notation';
import { sharedFolder } from '../test/support/shared';

interface Hit {
  readonly span: Span;
  readonly label: string;
}

interface Extractor {
  readonly extract: (document: PolicyDocument) => readonly Hit[];
  /** What a sentence has in which the extractor could have found something. */
  readonly trigger: RegExp;
}

const extractors: Readonly<Record<string, Extractor>> = {
  targets: {
    extract: (document) =>
      extractTargets(document).map((one) => ({ span: one.span, label: formatTarget(one) })),
    trigger:
      /[\d一二三四五六七八九十百](?:%|％|[万亿]{0,2}(?:个|家|元|户|项|人|公里|吨|倍|亩|台))|到20\d\d年|全覆盖|翻番/,
  },
  bodies: {
    extract: (document) =>
      extractBodies(document).map((one) => ({ span: one.span, label: formatBody(one) })),
    trigger: /牵头|责任单位|配合|负责|会同|主办|协办/,
  },
  citations: {
    extract: (document) =>
      extractCitations(document).map((one) => ({ span: one.span, label: formatCitation(one) })),
    trigger: /《|[〔[（(]20\d\d[〕\]）)]|第\d+号|GB/,
  },
  wording: {
    extract: (document) =>
      scoreWording(document).passages.flatMap(({ marks }) =>
        marks.map((mark) => ({ span: mark.span, label: formatMark(mark) })),
      ),
    trigger: /[\u4e00-\u9fff]{6}/,
  },
};

function draw<T>(from: readonly T[], count: number, random: () => number): readonly T[] {
  return from
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ item }) => item);
}

function readDocuments(shared: string): readonly PolicyDocument[] {
  const folder = join(shared, 'data/policies');
  const reserved = new Set(
    readFileSync(join(shared, 'data/gold/reserved-docs.txt'), 'utf8').split(/\s+/),
  );
  return readdirSync(folder)
    .map((file) => file.replace(/\.txt$/, ''))
    .filter((id) => !reserved.has(id))
    .sort()
    .map((id) => parseDocument(readFileSync(join(folder, `${id}.txt`), 'utf8'), { id }));
}

function showAround(source: string, { start, end }: Span, before: number, after: number): string {
  const words = [
    source.slice(Math.max(0, start - before), start),
    '【',
    source.slice(start, end),
    '】',
    source.slice(end, end + after),
  ];
  return words.join('').replace(/\s+/g, ' ');
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, count: { type: 'string' } },
  });
  const extractor = extractors[positionals[0] ?? ''];
  if (extractor === undefined || sharedFolder === undefined) {
    console.error(
      `usage: sample-extractions ${Object.keys(extractors).join('|')} (needs the shared data)`,
    );
    process.exitCode = 2;
    return;
  }
  const random = createRandom(Number(values.seed ?? 7));
  const count = Number(values.count ?? 100);
  const hits: string[] = [];
  const misses: string[] = [];
  for (const document of readDocuments(sharedFolder)) {
    const found = extractor.extract(document);
    hits.push(
      ...found.map(
        ({ span, label }) =>
          `${document.id} ${label} << ${showAround(document.source, span, 20, 14)}`,
      ),
    );
    for (const passage of document.passages) {
      for (const { start, end } of splitSentences(passage.text)) {
        const text = passage.text.slice(start, end).replace(/\s+/g, ' ').trim();
        const span = { start: passage.span.start + start, end: passage.span.start + end };
        const isHit = found.some((hit) => hit.span.start < span.end && span.start < hit.span.end);
        if (!isHit && extractor.trigger.test(text))
          misses.push(`${document.id} ${text.slice(0, 110)}`);
      }
    }
  }
  console.log(`${hits.length} hits, ${misses.length} sentences with a trigger and without a hit`);
  for (const [i, line] of draw(hits, count, random).entries()) console.log(`+${i + 1} ${line}`);
  for (const [i, line] of draw(misses, count, random).entries()) console.log(`-${i + 1} ${line}`);
}

main();
