/**
 * What a reader of these documents expects of their alignment, written down before any result was looked at: the subject that a document is known for is
 * where its emphasis peaks.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Alignment } from '../../../src/align';
import { type Analyzer, createAnalyzer } from '../../../src/analyzer';
import type { TaggedDocument } from '../../../src/tag';
import { builtinTaxonomy } from '../../../src/taxonomy';
import { describeWithShared } from '../../support/shared';

/** The document, what it is, and the task or action that its emphasis is highest for within its scheme; several where either is right. */
const PEAKS: readonly (readonly [id: string, what: string, peaks: readonly string[]])[] = [
  ['cn-001', 'guiding opinions on smart forestry: green and smart ecology', ['A6']],
  ['cn-017', 'digital technology for the elderly: elderly care', ['A10']],
  ['cn-017', 'digital technology for the elderly: digital livelihood', ['T8']],
  ['cn-065', 'industry of smart health and elderly care: elderly care', ['A10']],
  ['cn-056', 'guiding opinions on digital government: digital government', ['T7']],
  ['cn-061', 'plan for smart manufacturing: industry going digital', ['T5']],
  ['rf-002', 'twenty articles on data: data resources', ['T2']],
  ['cn-067', 'ethics of artificial intelligence: rules of digital development', ['T10']],
  ['sd-018', 'plan for education in Shandong: digital livelihood', ['T8']],
  ['cn-006', 'digital commerce: digital trade', ['A4']],
  ['cn-103', 'smart courts: digital governance of society', ['T6']],
  ['cn-091', 'digital empowerment of small firms: digital capability of firms', ['A2']],
  ['cn-077', 'national system of data centres: digital infrastructure', ['T1']],
];

describeWithShared('alignment of real documents with the built-in plan', (shared) => {
  let analyzer: Analyzer;
  const read = (id: string): TaggedDocument =>
    analyzer.tag(
      analyzer.parse(readFileSync(join(shared, `data/policies/${id}.txt`), 'utf8'), { id }),
    );
  const align = (id: string): Alignment => analyzer.align(read(id));

  beforeAll(async () => {
    analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
  });

  it.each(PEAKS)('%s, %s', (id, _what, peaks) => {
    const found = align(id).peaks.map(({ code }) => code);
    expect(
      found.some((code) => peaks.includes(code)),
      `peaks are ${found.join(' ')}`,
    ).toBe(true);
  });

  it('finds a programme for a digital province wider than a notice on coal mines', () => {
    const [wide, narrow] = ['sd-022', 'sd-017'].map((id) => align(id).measures);
    expect(wide?.kind === 'measured' && narrow?.kind === 'measured').toBe(true);
    if (wide?.kind !== 'measured' || narrow?.kind !== 'measured') return;
    expect(wide.diversity).toBeGreaterThan(narrow.diversity);
    expect(wide.coverage).toBeGreaterThan(narrow.coverage);
  });

  it('gives no figures for the registration of a fund', () => {
    expect(align('sd-026').measures.kind).toBe('unmeasured');
  });

  it('finds the programme of a digital province nearer to the 13th plan for informatization than smart courts are', () => {
    const plan = read('pl-005');
    const [near, far] = ['sd-006', 'cn-103'].map(
      (id) => analyzer.align(read(id), { plan }).measures,
    );
    if (near?.kind !== 'measured' || far?.kind !== 'measured') throw new Error('not measured');
    expect(near.convergence).toBeGreaterThan(far.convergence);
  });

  it('finds that work reports give the digital less room than digital programmes do', () => {
    const share = (id: string): number => {
      const { measures } = align(id);
      return measures.kind === 'measured' ? measures.digitalShare : 0;
    };
    const reports = ['gw-001', 'gw-005', 'gw-010', 'ct-001', 'ct-030', 'ct-060'].map(share);
    const programmes = ['sd-006', 'sd-022', 'sd-025', 'sd-052'].map(share);
    expect(Math.max(...reports)).toBeLessThan(Math.min(...programmes));
  });
});
