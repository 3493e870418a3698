/**
 * Search results for people: with matches marked on a terminal, plain elsewhere.
 *
 * @module
 */
import { styleText } from 'node:util';
import type { ExplanationRecord, HitRecord, SearchResultRecord, SnippetRecord } from '../report';

type Style = (text: string, style: 'bold' | 'dim' | 'yellow' | 'cyan') => string;

const INDENT = ' '.repeat(6);

/**
 * The lines of a search result: for each hit its rank and score, the document, where in it the passage stands and what it is tagged with,
 * and the snippets; then the facets. Control characters of the texts are left out, so that no document writes to the terminal.
 */
export function formatSearchResult(record: SearchResultRecord, isStyled: boolean): string {
  const style: Style = isStyled
    ? (text, name) => styleText(name, text, { validateStream: false })
    : (text) => text;
  const hits = record.hits.map((hit) => formatHit(hit, style));
  const facets = Object.entries(record.facets).map(([field, counts]) =>
    formatFacet(field, counts, record.facetTotals[field] ?? counts.length, style),
  );
  return [...hits, ...facets].map((block) => `${block}\n`).join('\n');
}

function formatHit(hit: HitRecord, style: Style): string {
  const { rank, score, document, passage, snippets, explanation } = hit;
  const title = style(clean(document.title ?? document.id), 'bold');
  const codes = passage.tags.map(({ code }) => code).join(' ');
  const place = [
    passage.id,
    document.issuedOn ?? '',
    document.documentNumber ?? '',
    codes === '' ? '' : `[${codes}]`,
  ].filter((part) => part !== '');
  const path = passage.headingPath.map(clean).join(' › ');
  return [
    `${String(rank).padStart(3)}. ${title}  ${style(score.toFixed(2), 'dim')}`,
    `${INDENT}${style(clean(place.join('  ')), 'dim')}`,
    ...(path === '' ? [] : [`${INDENT}${style(path, 'cyan')}`]),
    ...snippets.map((snippet) => `${INDENT}${formatSnippet(snippet, style)}`),
    ...(explanation === undefined ? [] : formatExplanation(explanation, 3)),
  ].join('\n');
}

function formatSnippet({ text, highlights }: SnippetRecord, style: Style): string {
  let line = '';
  let at = 0;
  for (const { start, end } of highlights) {
    line += clean(text.slice(at, start)) + style(clean(text.slice(start, end)), 'yellow');
    at = end;
  }
  return line + clean(text.slice(at));
}

function formatExplanation(
  { value, kind, description, parts }: ExplanationRecord,
  depth: number,
): readonly string[] {
  const what = kind === 'value' ? description : `${description} (${kind} of)`;
  return [
    `${'  '.repeat(depth)}${value.toFixed(4)}  ${clean(what)}`,
    ...parts.flatMap((part) => formatExplanation(part, depth + 1)),
  ];
}

function formatFacet(
  field: string,
  counts: readonly { readonly value: string; readonly count: number }[],
  total: number,
  style: Style,
): string {
  const lines = counts.map(({ value, count }) => `${String(count).padStart(8)}  ${clean(value)}`);
  const more = total - counts.length;
  if (more > 0)
    lines.push(style(`${' '.repeat(8)}  and ${String(more)} more (--facet-limit)`, 'dim'));
  return [style(field, 'bold'), ...lines].join('\n');
}

/** On one line, without characters that a terminal would take for commands. */
function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
