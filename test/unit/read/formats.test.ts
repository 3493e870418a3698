// The same ten documents in every format give the same text, the same headings and the same tags.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Analyzer,
  builtinTaxonomy,
  createAnalyzer,
  type PolicyDocument,
  type Section,
} from '../../../src';
import { type ReadResult, readPolicyFile } from '../../../src/read';
import { measureAccuracy } from '../../support/edit-distance';

const folder = join(import.meta.dirname, '../../fixtures/formats');
const names = [
  '01-opinions',
  '02-regulations',
  '03-scheme-in-notice',
  '04-action-plan',
  '05-party-opinions',
  '06-measures',
  '07-state-council-notice',
  '08-work-report',
  '09-numbered-plan',
  '10-plan-with-tables',
];
const formats = ['docx', 'odt', 'doc', 'html', 'ofd', 'pdf'] as const;
const cases = formats.flatMap((format) => names.map((name) => [format, name] as const));

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
});

const read = (name: string): Promise<ReadResult> =>
  readPolicyFile(join(folder, name), { isolate: false });

function listHeadings({ sections }: PolicyDocument): readonly string[] {
  const list = (section: Section): readonly string[] => [
    `${String(section.level)} ${section.label.replace(/\s+/g, '')}`,
    ...section.children.flatMap(list),
  ];
  return sections.flatMap(list);
}

/** Each passage that has tags, with them. */
function listTags(document: PolicyDocument): readonly string[] {
  return analyzer
    .tag(document)
    .passages.filter(({ tags }) => tags.length > 0)
    .map(
      ({ text, tags }) => `${tags.map(({ code }) => code).join(' ')}: ${text.replace(/\s+/g, '')}`,
    );
}

describe('readPolicyFile', () => {
  it.each(cases)(
    'gives of %s %s text, headings and tags of the reference',
    async (format, name) => {
      const reference = readFileSync(join(folder, `${name}.txt`), 'utf8');
      const { text, blocks } = await read(`${name}.${format}`);
      expect(measureAccuracy(text, reference)).toBeGreaterThanOrEqual(
        format === 'pdf' ? 0.98 : 0.99,
      );
      const document = analyzer.parse(text, { id: 'a' });
      const expected = analyzer.parse(reference, { id: 'a' });
      expect(listHeadings(document)).toEqual(listHeadings(expected));
      expect(listTags(document)).toEqual(listTags(expected));
      expect(
        blocks
          .map(({ span }) => text.slice(span.start, span.end))
          .join('')
          .replace(/\s+/g, ''),
      ).toBe(text.replace(/\s+/g, ''));
    },
  );
});
