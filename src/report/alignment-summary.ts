/**
 * The Markdown summary of an alignment: what the command prints, and `summary.md`.
 *
 * @module
 */
import type { AlignmentRecord, AlignmentReport } from './alignment-record';

/** Documents that the summary lists. */
const MAX_LISTED = 30;

/** The summary: the plan, the documents by convergence, those without scores, copies. Text of documents is escaped. Linear but for the ranking. */
export function formatAlignmentSummary(report: AlignmentReport): string {
  const { collection, documents } = report;
  const lines = [
    `# ${escapeMarkdown(collection.taxonomy.title)}`,
    '',
    `${String(documents.length)} documents, ${String(collection.ranking.length)} with scores. ${describePlan(report)}`,
    '',
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

function listRanking({ collection, documents }: AlignmentReport): readonly string[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const ranked = collection.ranking.flatMap(({ id }) => byId.get(id) ?? []);
  if (ranked.length === 0) return [];
  const rows = ranked.slice(0, MAX_LISTED).map(formatRow);
  const more = ranked.length - rows.length;
  return [
    '| document | convergence | coverage | digital share | diversity | reuse | peaks |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    ...(more > 0 ? ['', `${String(more)} more documents in documents.csv.`] : []),
    '',
  ];
}

function formatRow({ id, title, measures, reuse, peaks }: AlignmentRecord): string {
  if (measures.kind === 'unmeasured') return '';
  const cells = [
    escapeMarkdown(title === null ? id : `${title} (${id})`),
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
