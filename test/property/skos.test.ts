import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../src/errors';
import { loadTaxonomy, taxonomyFromSkos, taxonomyToSkos } from '../../src/taxonomy';

const term = fc.stringMatching(/^[一二三四五数据网络政务𠮷AZ019:#&*!%'"\\<>@^-]{2,8}$/u);
const id = fc.stringMatching(/^[\w.-]{1,12}$/);
const weight = fc.oneof(
  fc.constantFrom(-5, -0.5, 0.25, 1, 3, 5, 1e-7),
  fc.double({ min: 0.01, max: 5, noNaN: true }),
);

/** A plan with ids of every shape; concepts point to concepts before them, so there is no circle. */
const taxonomyFile = fc
  .record({
    ids: fc.uniqueArray(id, { minLength: 1, maxLength: 8 }),
    title: term,
    period: fc.option(fc.constant({ start: 2021, end: 2025 }), { nil: undefined }),
    issuedOn: fc.constantFrom(undefined, '2021', '2021-12', '2021-12-31'),
    cueNames: fc.uniqueArray(id, { maxLength: 3 }),
    cues: fc.uniqueArray(term, { minLength: 1, maxLength: 4 }),
    concepts: fc.array(
      fc.record({
        isTask: fc.boolean(),
        labels: fc.uniqueArray(term, { minLength: 3, maxLength: 5 }),
        scopeNote: fc.option(term, { nil: undefined }),
        targets: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
        terms: fc.uniqueArray(term, { minLength: 1, maxLength: 6 }),
        weights: fc.array(weight, { minLength: 6, maxLength: 6 }),
      }),
      { minLength: 8, maxLength: 8 },
    ),
  })
  .map(({ ids, cueNames, cues, concepts, period, issuedOn, title }) => ({
    id: ids[0],
    title,
    version: '1',
    ...(period === undefined ? {} : { period }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    schemes: [
      { id: 'group', prefLabel: '组', assignable: false },
      { id: 'task', prefLabel: '任务', assignable: true },
    ],
    cues: Object.fromEntries(
      cueNames.filter((name) => name !== '__proto__').map((name) => [name, cues]),
    ),
    concepts: ids.map((conceptId, index) => {
      const concept = concepts[index]!;
      const targets = concept.targets.filter((at) => at < index).map((at) => ids[at]);
      return {
        id: conceptId,
        ...(concept.isTask ? { notation: conceptId } : {}),
        inScheme: concept.isTask ? 'task' : 'group',
        prefLabel: concept.labels[0],
        altLabels: concept.labels.slice(1, 3),
        hiddenLabels: concept.labels.slice(3),
        ...(concept.scopeNote === undefined ? {} : { scopeNote: concept.scopeNote }),
        broader: targets,
        related: targets.slice(1),
        lexicon: concept.terms.map((word, at) => ({
          weight: concept.weights[at],
          ...(cueNames[at] === undefined || cueNames[at] === '__proto__'
            ? {}
            : { with: cueNames[at] }),
          terms: [word],
        })),
      };
    }),
  }));

describe('taxonomyFromSkos', () => {
  it('makes of what taxonomyToSkos wrote the same taxonomy, and of that the same bytes', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(taxonomyFile, async (file) => {
        const taxonomy = loadTaxonomy(JSON.stringify(file));
        const turtle = await taxonomyToSkos(taxonomy);
        const back = await taxonomyFromSkos(turtle);
        // A cue may be called `constructor`, which the matchers of vitest take for a class.
        deepStrictEqual(back, taxonomy);
        expect(await taxonomyToSkos(back)).toBe(turtle);
        compared += 1;
      }),
      { numRuns: 80 },
    );
    expect(compared).toBeGreaterThanOrEqual(80);
  });

  it('never fails but with a ZhengceError, whatever the text', async () => {
    const piece = fc.constantFrom(
      '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
      '<#a>',
      'a',
      'skos:Concept',
      'skos:prefLabel',
      'skos:broader',
      '"数据"@zh',
      '"x',
      '[',
      ']',
      '(',
      ')',
      ';',
      '.',
      ',',
      '<<',
      '{',
      '_:b',
      '\\u0',
      '\0',
      '\ud800',
      '\n',
      '3.5',
      'zc:lexicon',
      '<urn:x-zhengce:terms#lexicon>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        try {
          await taxonomyFromSkos(pieces.join(' '));
        } catch (error) {
          expect(error).toBeInstanceOf(ZhengceError);
        }
      }),
      { numRuns: 400 },
    );
  });
});
