// The same ten documents in every format give the same text, the same headings and the same tags.
import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, builtinTaxonomy, createAnalyzer } from '../../../src';
import { readPolicyFile } from '../../../src/read';
import { measureAccuracy } from '../../support/edit-distance';
import { formatCases, listHeadings, listTags, readReference } from '../../support/format-fidelity';

let analyzer: Analyzer;
/** What the text of a reference gives, told once for all formats. */
const known = new Map<string, ReturnType<typeof describeText>>();

function describeText(text: string) {
  const document = analyzer.parse(text, { id: 'a' });
  return { headings: listHeadings(document), tags: listTags(analyzer, document) };
}

beforeAll(async () => {
  analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
});

const cases = formatCases.flatMap(({ name, floor, files }) =>
  files.map((pair) => [name, basename(pair.path), floor, pair] as const),
);

describe('readPolicyFile', () => {
  it.each(cases)(
    'gives of %s %s text, headings and tags of the reference',
    async (_name, _file, floor, pair) => {
      const reference = readReference(pair);
      const { text, blocks } = await readPolicyFile(pair.path, { isolate: false });
      expect(measureAccuracy(text, reference)).toBeGreaterThanOrEqual(floor);
      const expected = known.get(reference) ?? describeText(reference);
      known.set(reference, expected);
      expect(describeText(text)).toEqual(expected);
      expect(
        blocks
          .map(({ span }) => text.slice(span.start, span.end))
          .join('')
          .replace(/\s+/g, ''),
      ).toBe(text.replace(/\s+/g, ''));
    },
  );
});
