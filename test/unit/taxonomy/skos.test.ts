import { describe, expect, it } from 'vitest';
import { ZhengceError } from '../../../src/errors';
import {
  builtinTaxonomy,
  loadTaxonomy,
  type Taxonomy,
  type TaxonomyProblem,
  taxonomyFromSkos,
  taxonomyToSkos,
} from '../../../src/taxonomy';
import { taxonomyText } from './taxonomy-text';

const PREFIX = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n';

async function catchError(turtle: string): Promise<ZhengceError> {
  const error: unknown = await taxonomyFromSkos(turtle, { fileName: 'a.ttl' }).catch(
    (caught: unknown) => caught,
  );
  if (!(error instanceof ZhengceError)) throw new Error('expected a ZhengceError');
  return error;
}

function problemsOf({ details }: ZhengceError): readonly TaxonomyProblem[] {
  return details['problems'] as readonly TaxonomyProblem[];
}

function labelsOf({ concepts }: Taxonomy): readonly string[] {
  return concepts.map(({ id, notation, prefLabel }) => `${id} ${notation} ${prefLabel}`);
}

describe('taxonomyToSkos', () => {
  const small = loadTaxonomy(taxonomyText);

  it('says in SKOS what SKOS has words for', async () => {
    const lines = (await taxonomyToSkos(small)).split('\n').map((line) => line.trim());
    expect(lines).toEqual(
      expect.arrayContaining([
        ':data a skos:Concept;',
        'skos:notation "N1";',
        'skos:prefLabel "数据要素"@zh;',
        'skos:altLabel "数据资源"@zh;',
        'skos:hiddenLabel "数据要素体系"@zh;',
        'skos:scopeNote "数据的供给与流通。"@zh;',
        'skos:broader :area-data;',
        'skos:narrower :data, :network.',
        'skos:related :network;',
        'skos:hasTopConcept :data, :network.',
        'dcterms:issued "2024-02-29"^^xsd:date;',
        '_:terms2 zc:weight -2;',
        'zc:with "digital";',
        'zc:terms ("统计年鉴"@zh).',
      ]),
    );
  });

  it('gives the built-in plan back, whole', async () => {
    expect(await taxonomyFromSkos(await taxonomyToSkos(builtinTaxonomy))).toStrictEqual(
      builtinTaxonomy,
    );
  });

  it('gives equal bytes for equal taxonomies', async () => {
    const text = await taxonomyToSkos(small);
    expect(await taxonomyToSkos(loadTaxonomy(taxonomyText))).toBe(text);
    expect(await taxonomyToSkos(await taxonomyFromSkos(text))).toBe(text);
  });

  it('puts concepts under a base of one’s own and reads the same ids', async () => {
    const text = await taxonomyToSkos(small, { baseIri: 'https://example.org/plan#' });
    expect(text).toContain('@prefix : <https://example.org/plan#>.');
    expect(await taxonomyFromSkos(text)).toStrictEqual(small);
  });

  it.each(['plan/', 'https://example.org/plan', 'https://example.org/a b/', ''])(
    'refuses the base %j',
    async (baseIri) => {
      await expect(taxonomyToSkos(small, { baseIri })).rejects.toMatchObject({
        code: 'invalid-argument',
      });
    },
  );

  it('keeps scheme and concept apart where they share an id', async () => {
    const text = taxonomyText.replaceAll('area-data', 'task');
    const plan = loadTaxonomy(text);
    expect(await taxonomyFromSkos(await taxonomyToSkos(plan))).toStrictEqual(plan);
  });
});

describe('taxonomyFromSkos on files of other tools', () => {
  it('reads labels, other prefixes and broader without narrower', async () => {
    const taxonomy = await taxonomyFromSkos(`@prefix s: <http://www.w3.org/2004/02/skos/core#> .
@prefix v: <http://example.org/voc/> .
v:scheme a s:ConceptScheme ; s:prefLabel "水利主题"@zh, "Water"@en .
v:water a s:Concept ; s:inScheme v:scheme ; s:prefLabel "水资源"@zh, "water"@en ; s:notation "W" .
v:irrigation a s:Concept ; s:inScheme v:scheme ; s:prefLabel "irrigation"@en, "灌溉"@zh-Hans ;
  s:altLabel "农田灌溉"@zh, "watering"@en ; s:hiddenLabel "灌慨"@zh ; s:broader v:water .`);
    expect(taxonomy).toMatchObject({ id: 'scheme', title: '水利主题', version: '1' });
    expect(taxonomy.schemes).toEqual([{ id: 'scheme', prefLabel: '水利主题', assignable: true }]);
    expect(labelsOf(taxonomy)).toEqual(['water W 水资源', 'irrigation irrigation 灌溉']);
    expect(taxonomy.concepts[0]?.narrower).toEqual(['irrigation']);
    expect(taxonomy.concepts[1]).toMatchObject({
      altLabels: ['农田灌溉'],
      hiddenLabels: ['灌慨'],
      broader: ['water'],
      lexicon: [],
    });
  });

  it('reads narrower and top concepts without broader, inScheme and types', async () => {
    const taxonomy = await taxonomyFromSkos(`${PREFIX}@prefix : <http://example.org/> .
:s skos:hasTopConcept :a .
:a skos:prefLabel "甲方面" ; skos:narrower :b .
:b a skos:Concept ; skos:prefLabel "乙方面" .`);
    expect(taxonomy.concepts.map(({ id, inScheme, broader }) => [id, inScheme, broader])).toEqual([
      ['a', 's', []],
      ['b', 's', ['a']],
    ]);
  });

  it('names blank nodes and Chinese IRIs by their number, and invents a scheme', async () => {
    const taxonomy = await taxonomyFromSkos(`${PREFIX}
[] a skos:Concept ; skos:prefLabel "数据"@zh .
<http://example.org/%E7%AE%97%E5%8A%9B> a skos:Concept ; skos:prefLabel "算力"@zh .
<http://example.org/a#x> a skos:Concept ; skos:prefLabel "甲类"@zh .
<http://example.org/b#x> a skos:Concept ; skos:prefLabel "乙类"@zh .`);
    expect(labelsOf(taxonomy)).toEqual([
      'concept-1 concept-1 数据',
      'concept-2 算力 算力',
      'x x 甲类',
      'x-2 x-2 乙类',
    ]);
    expect(taxonomy.schemes).toEqual([{ id: 'concepts', prefLabel: '概念', assignable: true }]);
  });

  it.each([
    ['zh', '"网络"@zh, "network"@en', '网络'],
    ['en', '"网络"@zh, "network"@en', 'network'],
    ['zh', '"network"@en, "réseau"@fr', 'network'],
    ['zh', '"réseau"@fr, "network"@en', 'network'],
    ['zh', '"réseau"@fr, "Netz"@de', 'réseau'],
    ['zh', '"net", "網絡"@zh-Hant', '網絡'],
  ])('asked for %s takes of %s the label %s', async (language, labels, expected) => {
    const text = `${PREFIX}<#a> a skos:Concept ; skos:prefLabel ${labels} .`;
    expect((await taxonomyFromSkos(text, { language })).concepts[0]?.prefLabel).toBe(expected);
  });

  it('lists a label once, however it is written', async () => {
    const text = `${PREFIX}<#a> a skos:Concept ; skos:prefLabel "5G网络"@zh, "５Ｇ網絡"@zh-Hant ; skos:altLabel "5G网络"@zh .`;
    expect((await taxonomyFromSkos(text)).concepts[0]?.altLabels).toEqual([]);
  });

  it('leaves out relations that lead out of the file', async () => {
    const text = `${PREFIX}<#a> a skos:Concept ; skos:prefLabel "甲类" ; skos:broader <http://elsewhere.org/b> .`;
    expect((await taxonomyFromSkos(text)).concepts[0]?.broader).toEqual([]);
  });

  it('does not follow a list that runs in a circle', async () => {
    const error = await catchError(`${PREFIX}@prefix zc: <urn:x-zhengce:terms#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<#a> a skos:Concept ; skos:prefLabel "甲类" ; zc:lexicon ( [ zc:weight 1 ; zc:terms _:l ] ) .
_:l rdf:first "数据" ; rdf:rest _:l .`);
    expect(error.message).toContain('lexicon[0].terms');
  });
});

describe('taxonomyFromSkos on broken files', () => {
  it('names line and column of what is no Turtle', async () => {
    const error = await catchError(`${PREFIX}\n<#a> skos:prefLabel nonsense:b .`);
    expect(error.code).toBe('invalid-taxonomy');
    expect(error.message).toMatch(
      /^taxonomyFromSkos: expected well-formed Turtle: .*\(a\.ttl:3:21\)$/,
    );
  });

  const faults: readonly (readonly [
    what: string,
    turtle: string,
    line: number,
    pattern: RegExp,
  ])[] = [
    ['no concepts', '<#s> a skos:ConceptScheme .', 2, /expected at least one concept/],
    ['no label', '<#a> a skos:Concept .', 2, /expected a text, received nothing.*<#a>\.prefLabel/],
    [
      'a notation twice',
      '<#a> a skos:Concept ; skos:prefLabel "甲类" ; skos:notation "1" .\n<#b> a skos:Concept ; skos:prefLabel "乙类" ;\n skos:notation "1" .',
      4,
      /a name of its own, received "1".*<#b>\.notation/,
    ],
    [
      'a circle',
      '<#a> a skos:Concept ; skos:prefLabel "甲类" ; skos:broader <#b> .\n<#b> a skos:Concept ; skos:prefLabel "乙类" ; skos:broader <#a> .',
      2,
      /no circle of broader concepts, received "a → b → a"/,
    ],
    [
      'a weight out of range',
      '@prefix zc: <urn:x-zhengce:terms#> .\n<#a> a skos:Concept ; skos:prefLabel "甲类" ;\n zc:lexicon (\n[ zc:weight 9 ; zc:terms ("数据") ] ) .',
      5,
      /expected a weight from -5 to 5/,
    ],
  ];

  it.each(faults)('reports %s', async (_, turtle, line, pattern) => {
    const error = await catchError(PREFIX + turtle);
    expect(error.message).toMatch(pattern);
    expect(problemsOf(error)[0]?.line).toBe(line);
  });

  it('reports a relation of our own file to a concept that it does not have', async () => {
    const text = await taxonomyToSkos(loadTaxonomy(taxonomyText));
    const error = await catchError(text.replace('skos:related :network', 'skos:related :netwrok'));
    expect(error.message).toContain('received "netwrok"; did you mean "network"?');
  });

  it('refuses what is no string, and too long a text', async () => {
    await expect(taxonomyFromSkos(3 as unknown as string)).rejects.toMatchObject({
      code: 'invalid-argument',
    });
    await expect(taxonomyFromSkos(' '.repeat(8 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: 'input-too-large',
    });
  });
});
