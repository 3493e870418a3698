// Holds the extractors to floors of precision and recall on the labelled cases of test/fixtures/extract.
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../../../src/document';
import {
  extractBodies,
  extractCitations,
  extractTargets,
  scoreWording,
} from '../../../src/extract';
import { readExtractCases, scoreCases } from '../../support/extract-cases';
import {
  formatBody,
  formatCitation,
  formatMark,
  formatTarget,
} from '../../support/extract-notation';

interface Extractor {
  readonly name: string;
  readonly extract: (document: PolicyDocument) => readonly string[];
  /** Least precision and recall: what it reaches, rounded down to a hundredth. */
  readonly floors: readonly [precision: number, recall: number];
}

const extractors: readonly Extractor[] = [
  {
    name: 'targets',
    extract: (document) => extractTargets(document).map(formatTarget),
    floors: [0.97, 0.96],
  },
  {
    name: 'bodies',
    extract: (document) => extractBodies(document).map(formatBody),
    floors: [0.98, 0.97],
  },
  {
    name: 'citations',
    extract: (document) => extractCitations(document).map(formatCitation),
    floors: [0.96, 0.95],
  },
  {
    name: 'wording',
    extract: (document) =>
      scoreWording(document).passages.flatMap(({ marks }) => marks.map(formatMark)),
    floors: [0.97, 0.96],
  },
];

describe.each(extractors)('the labelled cases of $name', ({ name, extract, floors }) => {
  const cases = readExtractCases(name);

  it('are at least 150, every seventh or more without anything to find', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    const empty = cases.filter(({ expected }) => expected.length === 0);
    expect(empty.length / cases.length).toBeGreaterThanOrEqual(1 / 7);
  });

  it('are found with the precision and recall that the floors name', () => {
    const { precision, recall, faults } = scoreCases(cases, extract);
    const [leastPrecision, leastRecall] = floors;
    expect(precision, faults.join('\n')).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall, faults.join('\n')).toBeGreaterThanOrEqual(leastRecall);
  });
});
