import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../../src/analyzer';
import { readPolicyFolder } from '../../../src/read';
import {
  createDocumentRecord,
  createPassageTagsRecord,
  formatJsonLine,
  passageInputRecordSchema,
  taggedDocumentRecordSchema,
} from '../../../src/report';
import { createRecord } from '../../support/document-record';
import { tinyTaxonomy } from '../../support/tiny-taxonomy';

const samples = join(import.meta.dirname, '../../../corpus/documents');
let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer({ taxonomy: tinyTaxonomy });
});

describe('createDocumentRecord', () => {
  it('makes of every sample document a record of the schema, which JSON does not change', async () => {
    let count = 0;
    for await (const item of readPolicyFolder(samples)) {
      if (item.kind === 'failure') throw item.error;
      const tagged = analyzer.tag(analyzer.parse(item.text, { id: item.id }));
      const record = createDocumentRecord(tagged, item.path, item.diagnostics);
      expect(taggedDocumentRecordSchema.parse(JSON.parse(formatJsonLine(record)))).toEqual(record);
      for (const { start, end, tags } of record.passages) {
        expect(item.text.slice(start, end).trim()).not.toBe('');
        const scores = tags.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }
      count += 1;
    }
    expect(count).toBe(readdirSync(samples).length);
  });

  it('says null for what is unknown, and puts what the reader found first', () => {
    const span = { start: 0, end: 0 };
    const found = { ruleId: 'file-cut-off', severity: 'warning', span, message: 'm' } as const;
    const tagged = analyzer.tag(analyzer.parse('', { id: 'x' }));
    const record = createDocumentRecord(tagged, 'x.txt', [found]);
    expect(record).toMatchObject({
      id: 'x',
      title: null,
      documentNumber: null,
      issuer: [],
      passages: [],
    });
    expect(record.diagnostics[0]).toEqual({
      ruleId: 'file-cut-off',
      severity: 'warning',
      start: 0,
      end: 0,
      message: 'm',
    });
    expect(record.diagnostics.length).toBeGreaterThan(1);
  });
});

describe('taggedDocumentRecordSchema', () => {
  it.each([
    [
      'a score above 1',
      {
        passages: [
          { ...createRecord().passages[0], tags: [{ code: 'T1', score: 1.1, evidence: [] }] },
        ],
      },
    ],
    ['a negative offset', { passages: [{ ...createRecord().passages[0], start: -1 }] }],
    ['an empty id', { id: '' }],
    ['a key that it does not know', { extra: 1 }],
  ])('refuses %s', (_name, changes) => {
    expect(taggedDocumentRecordSchema.safeParse(createRecord()).success).toBe(true);
    expect(taggedDocumentRecordSchema.safeParse({ ...createRecord(), ...changes }).success).toBe(
      false,
    );
  });
});

describe('passageInputRecordSchema', () => {
  it('keeps ids as they are, and takes null for what is missing', () => {
    const read = (value: object): unknown => passageInputRecordSchema.parse({ text: '', ...value });
    expect(read({ id: 7, title: null, headingPath: null, more: 1 })).toEqual({ id: 7, text: '' });
    expect(read({ id: '7', title: 't', headingPath: ['h'] })).toEqual({
      id: '7',
      text: '',
      title: 't',
      headingPath: ['h'],
    });
  });

  it.each([[''], [2 ** 53], [null], [undefined], [true], [['a']]])('refuses the id %j', (id) => {
    const { success, error } = passageInputRecordSchema.safeParse({ id, text: '' });
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toContain('a number below 2^53');
  });
});

describe('createPassageTagsRecord', () => {
  it('says of evidence outside of the text where it stands', () => {
    const passage = {
      id: '1',
      text: '推动数据共享。',
      title: '算力方案',
      headingPath: ['总则', '数据'],
    };
    const [tags] = analyzer.tagPassages([passage]);
    const record = createPassageTagsRecord(1, tags!);
    expect(record.id).toBe(1);
    const evidence = record.tags.flatMap((tag) => tag.evidence);
    const words = evidence.map(({ field, headingIndex, start, end }) => {
      const text = field === 'title' ? passage.title : passage.headingPath[headingIndex ?? -1];
      return (text ?? passage.text).slice(start, end);
    });
    expect(words).toContain('数据共享');
    expect(evidence.filter(({ field }) => field === 'heading').map((e) => e.headingIndex)).toEqual(
      evidence.filter(({ field }) => field === 'heading').map(() => 1),
    );
    expect(evidence.some(({ field }) => field === 'heading')).toBe(true);
  });
});
