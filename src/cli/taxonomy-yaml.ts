/**
 * Writes a taxonomy as YAML for people to edit.
 *
 * @module
 */
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { serializeTaxonomy, type Taxonomy } from '../taxonomy';

/** Lists of terms and short mappings break here. */
const LINE_WIDTH = 100;

/**
 * The YAML text of a taxonomy, with lines of comment above it; `loadTaxonomy` makes the same taxonomy of it. Lists of terms and labels are
 * in brackets, a blank line parts the concepts. Deterministic.
 */
export function formatTaxonomyYaml(taxonomy: Taxonomy, comments: readonly string[] = []): string {
  const document = new Document(JSON.parse(serializeTaxonomy(taxonomy)) as unknown);
  visit(document, {
    Seq: (_, list) => {
      list.flow = list.items.every(isScalar);
    },
    Map: (_, map) => {
      map.flow = map.items.every(({ value }) => isScalar(value)) && map.items.length <= 3;
    },
  });
  const concepts = document.get('concepts');
  if (isSeq(concepts)) {
    for (const concept of concepts.items.slice(1)) if (isMap(concept)) concept.spaceBefore = true;
  }
  const head = comments.flatMap((comment) => comment.split('\n')).map((line) => `# ${line}\n`);
  const lines = document.toString({ lineWidth: 0 }).split('\n');
  return head.join('') + lines.map(wrapList).join('\n');
}

/** A line that holds a list in brackets, broken between its members; any other as it is. The package would give each member a line. */
function wrapList(line: string): string {
  const start = line.indexOf('[ ');
  if (line.length <= LINE_WIDTH || start < 0 || !line.endsWith(' ]')) return line;
  const indent = ' '.repeat(line.search(/[^\s-]/) + 2);
  const rows = [`${line.slice(0, start)}[`, indent];
  for (const member of splitMembers(line.slice(start + 2, -2))) {
    const row = rows.at(-1) ?? '';
    const isFull = row.length + member.length + 2 > LINE_WIDTH && row !== indent;
    if (isFull) rows.push(`${indent}${member}, `);
    else rows[rows.length - 1] = `${row}${member}, `;
  }
  return [...rows.map((row) => row.trimEnd()), `${indent.slice(2)}]`].join('\n');
}

/** The members of a list as they are written; a comma within quotes parts none. */
function splitMembers(list: string): readonly string[] {
  const members: string[] = [];
  let start = 0;
  for (let at = 0; at < list.length; at += 1) {
    const mark = list[at];
    if (at === start && (mark === '"' || mark === "'")) at = findQuoteEnd(list, at, mark);
    else if (mark === ',' && list[at + 1] === ' ') {
      members.push(list.slice(start, at));
      start = at + 2;
      at += 1;
    }
  }
  return [...members, list.slice(start)];
}

function findQuoteEnd(list: string, start: number, mark: string): number {
  let at = start + 1;
  while (at < list.length && list[at] !== mark) at += list[at] === '\\' && mark === '"' ? 2 : 1;
  return at;
}
