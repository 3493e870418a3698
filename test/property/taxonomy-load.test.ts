import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ZhengceError } from '../../src/errors';
import { loadTaxonomy, serializeTaxonomy, type Taxonomy } from '../../src/taxonomy';
import { taxonomyText } from '../unit/taxonomy/taxonomy-text';

const term = fc.stringMatching(/^[一二三四五数据网络政务AZ019:#&*!%'"-]{2,8}$/);
const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 6 });

/** A plan as a file holds it: concepts point to concepts before them, so there is no circle. */
const taxonomyFile = fc
  .record({
    title: term,
    cues: terms,
    concepts: fc.array(
      fc.record({
        isTask: fc.boolean(),
        labels: fc.uniqueArray(term, { minLength: 3, maxLength: 3 }),
        scopeNote: fc.option(term, { nil: undefined }),
        targets: fc.uniqueArray(fc.nat(30), { maxLength: 3 }),
        terms,
        weights: fc.array(fc.constantFrom(-5, -0.5, 0.25, 1, 3, 5), { minLength: 6, maxLength: 6 }),
        withCue: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ title, cues, concepts }) => ({
    id: 'generated',
    title,
    version: '1',
    schemes: [
      { id: 'group', prefLabel: '组', assignable: false },
      { id: 'task', prefLabel: '任务', assignable: true },
    ],
    cues: { heard: cues },
    concepts: concepts.map((concept, index) => {
      const targets = concept.targets.filter((target) => target < index).map((at) => `c${at}`);
      return {
        id: `c${index}`,
        ...(concept.isTask ? { notation: `N${index}` } : {}),
        inScheme: concept.isTask ? 'task' : 'group',
        prefLabel: concept.labels[0],
        altLabels: concept.labels.slice(1, 2),
        hiddenLabels: concept.labels.slice(2),
        ...(concept.scopeNote === undefined ? {} : { scopeNote: concept.scopeNote }),
        broader: targets,
        related: targets.slice(1),
        lexicon: concept.terms.map((word, at) => ({
          weight: concept.weights[at],
          ...(concept.withCue ? { with: 'heard' } : {}),
          terms: [word],
        })),
      };
    }),
  }));

describe('loadTaxonomy', () => {
  it('gives the values that were written, in order', () => {
    fc.assert(
      fc.property(taxonomyFile, (file) => {
        const taxonomy = loadTaxonomy(stringify(file));
        expect(taxonomy.title).toBe(file.title);
        expect(taxonomy.cues['heard']).toEqual(file.cues.heard);
        taxonomy.concepts.forEach((concept, index) => {
          const written = file.concepts[index]!;
          expect(concept).toMatchObject({
            id: written.id,
            prefLabel: written.prefLabel,
            altLabels: written.altLabels,
            broader: written.broader,
          });
          expect(concept.lexicon.map((entry) => [entry.term, entry.weight])).toEqual(
            written.lexicon.map((group) => [group.terms[0], group.weight]),
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  it('derives relations that are each other’s inverse', () => {
    fc.assert(
      fc.property(taxonomyFile, (file) => {
        const { concepts } = loadTaxonomy(JSON.stringify(file));
        const byId = new Map(concepts.map((concept) => [concept.id, concept]));
        for (const { id, broader, narrower, related } of concepts) {
          for (const above of broader) expect(byId.get(above)?.narrower).toContain(id);
          for (const below of narrower) expect(byId.get(below)?.broader).toContain(id);
          for (const other of related) expect(byId.get(other)?.related).toContain(id);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads what serializeTaxonomy writes, as JSON and as YAML', () => {
    fc.assert(
      fc.property(taxonomyFile, (file) => {
        const taxonomy = loadTaxonomy(stringify(file));
        const json = serializeTaxonomy(taxonomy);
        expect(loadTaxonomy(json)).toEqual(taxonomy);
        expect(loadTaxonomy(stringify(JSON.parse(json)))).toEqual(taxonomy);
        expect(serializeTaxonomy(loadTaxonomy(json))).toBe(json);
      }),
      { numRuns: 60 },
    );
  });

  const builtinText = readFileSync(
    join(import.meta.dirname, '../../corpus/taxonomy/informatization-2021-2025.yaml'),
    'utf8',
  ).slice(0, 6000);

  it.each([
    ['a small plan', taxonomyText],
    ['the beginning of the built-in plan', builtinText],
  ])('gives a taxonomy or a ZhengceError for every mutation of %s', (_, text) => {
    const piece = fc.oneof(
      fc.constantFrom('', ' ', '\n', ':', '- ', '[', ']', '{', '}', '&a ', '*a', '!!x ', '"', '\t'),
      fc.constantFrom(
        '__proto__',
        'constructor',
        '? ',
        '%YAML 1.1\n',
        '---\n',
        '|',
        '<<: ',
        '\ud83d',
      ),
      fc.string({ maxLength: 5, unit: 'binary' }),
    );
    const edit = fc.tuple(fc.nat(text.length), fc.nat(12), piece);
    let rejected = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const mutated = edits.reduce(
          (current, [at, length, inserted]) =>
            current.slice(0, at) + inserted + current.slice(at + length),
          text,
        );
        rejected += isRejected(mutated) ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect(rejected).toBeGreaterThan(30);
  });
});

function isRejected(text: string): boolean {
  try {
    const taxonomy: Taxonomy = loadTaxonomy(text);
    expect(taxonomy.concepts.length).toBeGreaterThan(0);
    return false;
  } catch (error) {
    if (!(error instanceof ZhengceError)) throw error;
    const problems = error.details['problems'] as readonly { line: number; column: number }[];
    expect(problems.length).toBeGreaterThan(0);
    const lines = text.split('\n').length;
    for (const { line, column } of problems) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines + 1);
      expect(column).toBeGreaterThanOrEqual(1);
    }
    return true;
  }
}
