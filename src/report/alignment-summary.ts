/**
 * The Markdown summary of an alignment: what the command prints, and `summary.md`.
 *
 * @module
 */
import type { AlignmentRecord, AlignmentReport } from './alignment-record';
import { nameDocuments } from './name-documents';

/** Documents that the summary lists. */
const MAX_LISTED = 30;

/** The summary: the plan, the documents by convergence with a legend, those without scores, copies. Text of documents is escaped. Linear but for the ranking. */
export function formatAlignmentSummary(report: AlignmentReport): string {
  const { collection, documents } = report;
  const lines = [
    `# ${escapeMarkdown(collection.taxonomy.title)}`,
    '',
    `${String(documents.length)} documents, ${String(collection.ranking.length)} with scores. ${describePlan(report)}`,
    '',
    ...listDoubts(report),
    ...listRanking(report),
    ...listUnmeasured(documents),
    ...listGroups(report),
  ];
  return `${lines.join('\n')}\n`;
}

function describePlan({ collection: { plan } }: AlignmentReport): string {
  if (plan === null) return 'Aligned with the taxonomy; equal emphasis is taken for the plan.';
  return `Aligned with ${escapeMarkdown(plan.title ?? plan.id)}.`;
}

function listDoubts({ collection: { plan } }: AlignmentReport): readonly string[] {
  return (plan?.diagnostics ?? []).flatMap(({ message }) => [
    `**Warning:** ${escapeMarkdown(message)}`,
    '',
  ]);
}

/** What the columns are, for a reader who has only this. */
const LEGEND = [
  '- convergence: how far the document divides its attention among the tasks as the plan does, 0 to 1',
  '- coverage: share of the tasks with at least a sentence or two',
  '- digital share: share of the text that is about any task',
  '- diversity: the number of tasks that it divides its attention among, were the parts equal',
  '- reuse: share of the text, without boilerplate, that stands in the plan too; – without the text of a plan',
  '- peaks: the tasks that it says most about, one a scheme of the plan',
];

function listPeaks({
  collection: { concepts, ranking },
  documents,
}: AlignmentReport): readonly string[] {
  const listed = new Set(ranking.slice(0, MAX_LISTED).map(({ id }) => id));
  const codes = new Set(
    documents
      .filter(({ id }) => listed.has(id))
      .flatMap(({ peaks }) => peaks.map(({ code }) => code)),
  );
  return concepts
    .filter(({ code }) => codes.has(code))
    .map(({ code, label }) => `- ${escapeMarkdown(code)}: ${escapeMarkdown(label)}`);
}

function listRanking(report: AlignmentReport): readonly string[] {
  const { collection, documents } = report;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const ranked = collection.ranking.flatMap(({ id }) => byId.get(id) ?? []);
  if (ranked.length === 0) return [];
  const names = nameDocuments(documents);
  const nameOf = new Map(documents.map(({ id }, i) => [id, names[i] ?? id]));
  const rows = ranked
    .slice(0, MAX_LISTED)
    .map((document) => formatRow(document, nameOf.get(document.id) ?? document.id));
  const more = ranked.length - rows.length;
  return [
    '| document | convergence | coverage | digital share | diversity | reuse | peaks |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    ...(more > 0
      ? ['', `${String(more)} more ${more === 1 ? 'document' : 'documents'} in documents.csv.`]
      : []),
    '',
    ...LEGEND,
    '',
    ...listPeaks(report),
    '',
  ];
}

function formatRow({ id, measures, reuse, peaks }: AlignmentRecord, name: string): string {
  if (measures.kind === 'unmeasured') return '';
  const cells = [
    escapeMarkdown(name.includes(id) ? name : `${name} (${id})`),
    measures.convergence.toFixed(2),
    percent(measures.coverage),
    percent(measures.digitalShare),
    measures.diversity.toFixed(1),
    reuse === null ? '–' : percent(reuse.share),
    peaks.map(({ code }) => code).join(' '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function listUnmeasured(documents: readonly AlignmentRecord[]): readonly string[] {
  const items = documents.flatMap(({ id, measures }) =>
    measures.kind === 'unmeasured'
      ? [`- ${escapeMarkdown(id)}: ${measures.reason}, ${measures.message}`]
      : [],
  );
  return items.length === 0 ? [] : ['## Without scores', '', ...items, ''];
}

function listGroups({ collection: { groups } }: AlignmentReport): readonly string[] {
  if (groups.length === 0) return [];
  const items = groups.map((group) => `- ${group.map(escapeMarkdown).join(' = ')}`);
  return ['## Near-duplicates', '', ...items, ''];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

/** Text that Markdown shows as it is, on one line. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~&-]/g, (mark) => `\\${mark}`);
}
