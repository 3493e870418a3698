/** Alignment records, tables, summary and page: by schema, defused, escaped, the same twice. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../../src/analyzer';
import {
  type AlignmentReport,
  alignmentReportSchema,
  createAlignmentReport,
  formatAlignmentHtml,
  formatAlignmentSummary,
  formatCsvTable,
  listAlignmentTables,
  writeTables,
} from '../../../src/report';
import { cutExcerpt } from '../../../src/report/excerpt';
import { markPlaces, markSame } from '../../../src/report/html/mark-same';
import { escapeText } from '../../../src/report/html/markup';
import { builtinTaxonomy } from '../../../src/taxonomy';
import { CITY_TEXT, FARM_TEXT, PLAN_TEXT } from '../../support/align-documents';
import { parseCsv } from '../../support/parse-csv';

const HOSTILE = `${CITY_TEXT.replace('云澜市数字化建设实施方案', '=HYPERLINK("x")<script>alert(1)</script>数字化建设实施方案')}
（五）加快5G网络建设<img src=x onerror=alert(1)>"'&amp;\u202e和算力中心建设，优化数据中心布局，推进IPv6规模部署。
`;

let analyzer: Analyzer;
let report: AlignmentReport;

beforeAll(async () => {
  analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
  report = createReport([CITY_TEXT, FARM_TEXT, HOSTILE], PLAN_TEXT);
});

function createReport(texts: readonly string[], planText?: string): AlignmentReport {
  const tag = (text: string, id: string) => analyzer.tag(analyzer.parse(text, { id }));
  const files = texts.map((text, i) => {
    const id = `d${String(i)}`;
    return { path: `${id}.txt`, document: tag(text, id) };
  });
  const plan =
    planText === undefined ? undefined : { path: 'plan.txt', document: tag(planText, 'plan') };
  const collection = analyzer.alignCollection(
    files.map(({ document }) => document),
    plan === undefined ? {} : { plan: plan.document },
  );
  return createAlignmentReport({ taxonomy: builtinTaxonomy, collection, files, plan });
}

describe('createAlignmentReport', () => {
  it('keeps to its schema, and survives JSON', () => {
    const read: unknown = JSON.parse(JSON.stringify(report));
    expect(alignmentReportSchema.parse(read)).toEqual(report);
  });

  it('keeps to its schema without a plan, and without documents', () => {
    expect(() => alignmentReportSchema.parse(createReport([CITY_TEXT]))).not.toThrow();
    expect(() => alignmentReportSchema.parse(createReport([]))).not.toThrow();
    expect(() => alignmentReportSchema.parse(createReport(['']))).not.toThrow();
  });

  it('says which settings the collection was aligned with', () => {
    const settings = { threshold: 80, minCharacters: 100 };
    const collection = analyzer.alignCollection([], { settings });
    const { collection: record } = createAlignmentReport({
      taxonomy: builtinTaxonomy,
      collection,
      files: [],
    });
    expect(record.settings).toEqual({ ...report.collection.settings, ...settings });
  });

  it('refuses a record of another form', () => {
    const [document] = report.documents;
    const wrong = { ...report, documents: [{ ...document, peaks: [{ scheme: 'x', code: 'T1' }] }] };
    expect(alignmentReportSchema.safeParse(wrong).success).toBe(false);
  });

  it('gives excerpts that are what stands there', () => {
    const sources = [CITY_TEXT, FARM_TEXT, HOSTILE];
    report.documents.forEach(({ tasks, reuse }, i) => {
      for (const { passages } of tasks)
        for (const { start, end, text, evidence } of passages) {
          expect(sources[i]?.slice(start, end)).toBe(text);
          expect(evidence.every((each) => each.start >= start && each.end <= end)).toBe(true);
        }
      for (const { start, end, text } of reuse?.stretches ?? [])
        expect(sources[i]?.slice(start, end)).toBe(text);
    });
  });

  it('tells every indicator of the plan as paired or as missing', () => {
    const all = report.collection.plan?.targets.length ?? 0;
    expect(all).toBeGreaterThan(1);
    for (const { indicators, missing } of report.documents)
      expect(indicators.filter(({ kind }) => kind === 'paired').length + missing.length).toBe(all);
  });
});

describe('listAlignmentTables', () => {
  it('gives a row a document, a concept, an entry', () => {
    const tables = new Map(listAlignmentTables(report).map((table) => [table.name, table]));
    expect([...tables.keys()]).toEqual([
      'documents',
      'concepts',
      'tasks',
      'indicators',
      'missing',
      'reuse',
      'correspondences',
      'shared',
      'plan',
    ]);
    expect(tables.get('plan')?.rows).toHaveLength(report.collection.plan?.passages.length ?? 0);
    expect(tables.get('documents')?.rows).toHaveLength(3);
    expect(tables.get('concepts')?.rows).toHaveLength(60);
    expect(tables.get('tasks')?.rows).toHaveLength(60);
    for (const { columns, rows } of tables.values())
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });

  it('writes CSV that Excel opens and that runs nothing', () => {
    const [documents] = listAlignmentTables(report);
    const csv = formatCsvTable(documents ?? { name: '', columns: [], rows: [] });
    expect(csv.startsWith('\ufeffdocumentId,path,title')).toBe(true);
    const cells = parseCsv(csv.slice(1)).flat();
    expect(cells.filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  });

  it('writes a workbook, the same twice', async () => {
    const tables = listAlignmentTables(report);
    const [once, again] = [await writeTables(tables), await writeTables(tables)];
    expect(once.length).toBeGreaterThan(1000);
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });
});

describe('formatAlignmentSummary', () => {
  it('ranks, and says which documents have no scores and why', () => {
    const summary = formatAlignmentSummary(report);
    expect(summary).toContain('| document | convergence |');
    expect(summary).toContain('- diversity: the number of tasks');
    expect(summary).toContain('- T1: 建设泛在智联的数字基础设施体系');
    expect(summary).toMatch(/\*\*Warning:\*\* the text given as the plan's speaks of \d/);
    expect(summary).toContain('## Without scores');
    expect(summary).toContain('d1: ');
    expect(summary).not.toContain('<script>');
  });
});

describe('formatAlignmentHtml', () => {
  it('says beside a status what decided on it', async () => {
    const page = await formatAlignmentHtml(report);
    const extended = report.documents.flatMap(({ tasks }) =>
      tasks.filter(({ status }) => status === 'extended'),
    );
    expect(extended.length).toBeGreaterThan(0);
    const reasons = page.match(/<td class=st>● <i>拓展<\/i><i lang=en>extended<\/i><small>/g);
    expect(reasons).toHaveLength(extended.length);
    expect(page).toContain('新目标');
  });

  it('shows markup of documents as text, and has no script of its own', async () => {
    const page = await formatAlignmentHtml(report);
    expect(page).not.toMatch(/<script/i);
    expect(page).not.toMatch(/<img/i);
    expect(page).not.toMatch(/\son\w+="/i);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('\u202e');
  });

  it('asks nothing of a network', async () => {
    const page = await formatAlignmentHtml(report);
    expect(page).toContain(`default-src 'none'`);
    const tags = page.split('<').map((each) => each.slice(0, each.indexOf('>')));
    expect(tags.filter((tag) => /\s(?:src|href)=(?!"#)/.test(tag))).toEqual([]);
    expect(page).not.toContain('url(');
    const anchors = tags.flatMap((tag) => /\shref="#(\w+)"/.exec(tag)?.[1] ?? []);
    const ids = new Set(tags.flatMap((tag) => /\sid="?(\w+)/.exec(tag)?.[1] ?? []));
    expect(anchors.filter((anchor) => !ids.has(anchor))).toEqual([]);
  });

  it('is the same twice', async () => {
    expect(await formatAlignmentHtml(report)).toBe(await formatAlignmentHtml(report));
  });

  it.each([[[]], [['']]])('makes a page of %j', async (texts) => {
    expect(await formatAlignmentHtml(createReport(texts))).toContain('</html>');
  });
});

describe('the parts of the page', () => {
  it('escapes all that has a meaning in HTML', () => {
    expect(escapeText(`<a href='x'>"&\u0000\u202e</a>`)).toBe(
      '&lt;a href=&#39;x&#39;&gt;&quot;&amp;[U+202E]&lt;/a&gt;',
    );
  });

  it('marks places, escaped', () => {
    const { markup } = markPlaces('a<b>c', 10, [{ start: 11, end: 14 }]);
    expect(markup).toBe('a<mark>&lt;b&gt;</mark>c');
  });

  it('marks runs of four characters that both texts have', () => {
    expect(markSame('推进数据共享开放。', '数据共享平台').markup).toBe(
      '推进<mark>数据共享</mark>开放。',
    );
    expect(markSame('数据', '数据').markup).toBe('数据');
  });

  it('cuts excerpts around their evidence, no surrogate pair in two', () => {
    const source = `${'甲'.repeat(100)}🚀证据${'乙'.repeat(100)}`;
    const cut = cutExcerpt(
      source,
      { start: 0, end: source.length },
      [{ start: 102, end: 104 }],
      80,
    );
    expect(cut.text).toContain('证据');
    expect(cut.text.length).toBeLessThanOrEqual(81);
    expect(cut.evidence).toHaveLength(1);
    expect(cutExcerpt('🚀🚀', { start: 0, end: 4 }, [], 3).text).toBe('🚀🚀');
  });
});
