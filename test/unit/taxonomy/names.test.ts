import { describe, expect, it } from 'vitest';
import {
  builtinTaxonomy,
  getConcept,
  listAssignableConcepts,
  loadTaxonomy,
  serializeTaxonomy,
} from '../../../src/taxonomy';
import { findCycles } from '../../../src/taxonomy/find-cycles';
import { suggestName } from '../../../src/taxonomy/suggest-name';
import { taxonomyText } from './taxonomy-text';

describe('getConcept', () => {
  const taxonomy = loadTaxonomy(taxonomyText);

  it('finds a concept by id and by notation', () => {
    expect(getConcept(taxonomy, 'network')?.prefLabel).toBe('网络');
    expect(getConcept(taxonomy, 'N2')).toBe(getConcept(taxonomy, 'network'));
    expect(getConcept(builtinTaxonomy, 'T2')?.prefLabel).toBe('建立高效利用的数据要素资源体系');
  });

  it('finds none for an empty or unknown name', () => {
    expect(getConcept(taxonomy, '')).toBeUndefined();
    expect(getConcept(taxonomy, 'n2')).toBeUndefined();
  });
});

describe('listAssignableConcepts', () => {
  it('leaves out the concepts of schemes that only group', () => {
    const ids = listAssignableConcepts(loadTaxonomy(taxonomyText)).map(({ id }) => id);
    expect(ids).toEqual(['data', 'network']);
  });
});

describe('serializeTaxonomy', () => {
  it('writes one concept a line, without what is empty or derived', () => {
    const lines = serializeTaxonomy(loadTaxonomy(taxonomyText)).split('\n');
    const area = '{"id":"area-data","inScheme":"area","prefLabel":"数据"},';
    expect(lines.filter((line) => line === area)).toHaveLength(1);
    expect(lines.at(-1)).toBe('');
  });
});

describe('suggestName', () => {
  it.each([
    ['altLabel', ['prefLabel', 'altLabels'], 'altLabels'],
    ['SCOPENOTE', ['scopeNote'], 'scopeNote'],
    ['ab', ['ac', 'ad'], 'ac'],
  ])('suggests for %s of %j', (name, known, expected) => {
    expect(suggestName(name, known)).toBe(`; did you mean "${expected}"?`);
  });

  it.each([
    ['colour', ['id', 'notation']],
    ['x'.repeat(41), ['x'.repeat(41)]],
    ['id', []],
  ])('suggests nothing for %s of %j', (name, known) => {
    expect(suggestName(name, known)).toBe('');
  });
});

describe('findCycles', () => {
  it.each([
    [[[1], [2], [0]], [[0, 1, 2]]],
    [[[0]], [[0]]],
    [[[1, 2], [3], [3], []], []],
    [
      [[1], [0], [3], [2]],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [[[], [0], [1, 0]], []],
  ])('finds in %j the circles %j', (targets, cycles) => {
    expect(findCycles(targets)).toEqual(cycles);
  });

  it('walks a chain of 200,000 nodes', () => {
    const chain = Array.from({ length: 200_000 }, (_, i) => (i === 199_999 ? [] : [i + 1]));
    expect(findCycles(chain)).toEqual([]);
  });
});
