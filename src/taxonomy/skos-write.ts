/**
 * Writes a taxonomy as SKOS in Turtle.
 *
 * @module
 */
import type { Term, Writer } from 'n3';
import { describeReceived, ZhengceError } from '../errors';
import type { Concept, LexiconEntry, Taxonomy } from './model';
import { DEFAULT_BASE, META, PREFIXES, RDF, SKOS, XSD, ZC } from './skos-vocabulary';

/** Options of {@link taxonomyToSkos}. */
export interface TaxonomyToSkosOptions {
  /**
   * What the IRIs of schemes and concepts begin with, ending in `/`, `#` or `:`. Default `urn:x-zhengce:taxonomy/ID/`; give the
   * address under which you publish. Ids are written beside the IRIs, so they are the same whatever it is.
   */
  readonly baseIri?: string;
}

/**
 * The Turtle text of a taxonomy: SKOS for schemes, concepts, labels (`@zh`), notes and relations, and a small vocabulary of our own
 * (`docs/decisions/skos.md`) for ids, cue lists and the weighted lexicon. `taxonomyFromSkos` makes the same taxonomy of it.
 * Equal taxonomies give equal bytes. Linear. Loads the Turtle library at the first call.
 *
 * @throws ZhengceError `invalid-argument` where `baseIri` is no such IRI
 * @example
 * (await taxonomyToSkos(builtinTaxonomy)).includes('skos:notation "T1"') // => true
 */
export async function taxonomyToSkos(
  taxonomy: Taxonomy,
  options: TaxonomyToSkosOptions = {},
): Promise<string> {
  const base = assertBase(options.baseIri ?? `${DEFAULT_BASE}${taxonomy.id}/`);
  const { Writer: TurtleWriter, DataFactory } = await import('n3');
  const writer = new TurtleWriter({ prefixes: { ...PREFIXES, '': base } });
  const target: Target = {
    writer,
    base,
    node: (iri) => DataFactory.namedNode(iri),
    blank: (label) => DataFactory.blankNode(label),
    text: (value) => DataFactory.literal(value, 'zh'),
    plain: (value) => DataFactory.literal(value),
    typed: (value, datatype) => DataFactory.literal(value, DataFactory.namedNode(datatype)),
  };
  writeHead(target, taxonomy);
  writeCues(target, taxonomy);
  writeSchemes(target, taxonomy);
  writeConcepts(target, taxonomy);
  return endWriter(writer);
}

const BASE_IRI = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]*[/#:]$/i;

function assertBase(base: string): string {
  if (BASE_IRI.test(base)) return base;
  throw new ZhengceError(
    'invalid-argument',
    `taxonomyToSkos: expected an absolute IRI ending in "/", "#" or ":", received ${describeReceived(base)} (options.baseIri)`,
  );
}

/** The writer with the makers of its terms. */
interface Target {
  readonly writer: Writer;
  readonly base: string;
  readonly node: (iri: string) => Term;
  readonly blank: (label: string) => Term;
  readonly text: (value: string) => Term;
  readonly plain: (value: string) => Term;
  readonly typed: (value: string, datatype: string) => Term;
}

/** What is said of a subject: pairs of predicate and object. */
type Said = readonly (readonly [predicate: string, object: Term])[];

function write({ writer, node }: Target, subject: Term, said: Said): void {
  for (const [predicate, object] of said) writer.addQuad(subject, node(predicate), object);
}

function schemeNode({ node, base }: Target, id: string): Term {
  // No id has a colon, so no concept is taken for a scheme.
  return node(`${base}scheme:${id}`);
}

function conceptNode({ node, base }: Target, id: string): Term {
  return node(`${base}${id}`);
}

function cueNode({ blank }: Target, index: number): Term {
  return blank(`cues${index + 1}`);
}

function writeHead(target: Target, taxonomy: Taxonomy): void {
  const { writer, node, text, plain, typed, base } = target;
  const { issuer, issuedOn, period, schemes, concepts, cues } = taxonomy;
  const cueNodes = Object.keys(cues).map((_, index) => cueNode(target, index));
  write(target, node(`${base}plan:${taxonomy.id}`), [
    [RDF.type, node(ZC.Taxonomy)],
    [ZC.id, plain(taxonomy.id)],
    [META.titles[0], text(taxonomy.title)],
    [META.versionInfo, plain(taxonomy.version)],
    ...(issuer === undefined ? [] : [[META.publisher, text(issuer)] as const]),
    ...(issuedOn === undefined
      ? []
      : [[META.issued, typed(issuedOn, dateType(issuedOn))] as const]),
    ...(period === undefined
      ? []
      : ([
          [ZC.startYear, typed(String(period.start), XSD.integer)],
          [ZC.endYear, typed(String(period.end), XSD.integer)],
        ] as const)),
    [ZC.schemes, writer.list(schemes.map(({ id }) => schemeNode(target, id)))],
    [ZC.concepts, writer.list(concepts.map(({ id }) => conceptNode(target, id)))],
    ...(cueNodes.length === 0 ? [] : [[ZC.cueLists, writer.list(cueNodes)] as const]),
  ]);
}

function dateType(date: string): string {
  if (date.length > 7) return XSD.date;
  return date.length > 4 ? XSD.gYearMonth : XSD.gYear;
}

function writeCues(target: Target, { cues }: Taxonomy): void {
  Object.entries(cues).forEach(([name, list], index) => {
    write(target, cueNode(target, index), [
      [ZC.id, target.plain(name)],
      [ZC.cues, target.writer.list(list.map(target.text))],
    ]);
  });
}

function writeSchemes(target: Target, { schemes, concepts }: Taxonomy): void {
  const schemeOf = new Map(concepts.map(({ id, inScheme }) => [id, inScheme]));
  const tops = concepts.filter((concept) => isTop(concept, schemeOf));
  for (const { id, prefLabel, assignable } of schemes) {
    write(target, schemeNode(target, id), [
      [RDF.type, target.node(SKOS.ConceptScheme)],
      [ZC.id, target.plain(id)],
      [SKOS.prefLabel, target.text(prefLabel)],
      [ZC.assignable, target.typed(String(assignable), XSD.boolean)],
      ...tops
        .filter(({ inScheme }) => inScheme === id)
        .map((top) => [SKOS.hasTopConcept, conceptNode(target, top.id)] as const),
    ]);
  }
}

/** Whether no concept of its own scheme is above it. */
function isTop({ broader, inScheme }: Concept, schemeOf: ReadonlyMap<string, string>): boolean {
  return !broader.some((id) => schemeOf.get(id) === inScheme);
}

function writeConcepts(target: Target, { concepts }: Taxonomy): void {
  const schemeOf = new Map(concepts.map(({ id, inScheme }) => [id, inScheme]));
  let written = 0;
  for (const concept of concepts) {
    const groups = groupEntries(concept.lexicon);
    const nodes = groups.map((_, index) => target.blank(`terms${written + index + 1}`));
    written += groups.length;
    write(target, conceptNode(target, concept.id), [
      ...describeConcept(target, concept, schemeOf),
      ...(nodes.length === 0 ? [] : [[ZC.lexicon, target.writer.list(nodes)] as const]),
    ]);
    groups.forEach((group, index) => {
      const node = nodes[index];
      if (node !== undefined) write(target, node, describeGroup(target, group));
    });
  }
}

function describeConcept(
  target: Target,
  concept: Concept,
  schemeOf: ReadonlyMap<string, string>,
): Said {
  const { node, text, plain } = target;
  const { id, notation, inScheme, scopeNote } = concept;
  const scheme = schemeNode(target, inScheme);
  const texts = (predicate: string, values: readonly string[]): Said =>
    values.map((value) => [predicate, text(value)]);
  const links = (predicate: string, ids: readonly string[]): Said =>
    ids.map((other) => [predicate, conceptNode(target, other)]);
  return [
    [RDF.type, node(SKOS.Concept)],
    [ZC.id, plain(id)],
    ...(notation === '' ? [] : [[SKOS.notation, plain(notation)] as const]),
    [SKOS.prefLabel, text(concept.prefLabel)],
    ...texts(SKOS.altLabel, concept.altLabels),
    ...texts(SKOS.hiddenLabel, concept.hiddenLabels),
    ...texts(SKOS.scopeNote, scopeNote === '' ? [] : [scopeNote]),
    [SKOS.inScheme, scheme],
    ...(isTop(concept, schemeOf) ? [[SKOS.topConceptOf, scheme] as const] : []),
    ...links(SKOS.broader, concept.broader),
    ...links(SKOS.narrower, concept.narrower),
    ...links(SKOS.related, concept.related),
  ];
}

/** Neighbouring entries of one weight and cue list. */
interface EntryGroup {
  readonly weight: number;
  readonly with: string | undefined;
  readonly terms: string[];
}

function groupEntries(entries: readonly LexiconEntry[]): readonly EntryGroup[] {
  const groups: EntryGroup[] = [];
  for (const { term, weight, with: cueName } of entries) {
    const last = groups.at(-1);
    if (last?.weight === weight && last.with === cueName) last.terms.push(term);
    else groups.push({ weight, with: cueName, terms: [term] });
  }
  return groups;
}

function describeGroup(
  { typed, plain, text, writer }: Target,
  { weight, with: cueName, terms }: EntryGroup,
): Said {
  return [
    [ZC.weight, typed(String(weight), numberType(String(weight)))],
    ...(cueName === undefined ? [] : [[ZC.with, plain(cueName)] as const]),
    [ZC.terms, writer.list(terms.map(text))],
  ];
}

function numberType(digits: string): string {
  if (digits.includes('e')) return XSD.double;
  return digits.includes('.') ? XSD.decimal : XSD.integer;
}

function endWriter(writer: Writer): Promise<string> {
  return new Promise((resolve, reject) => {
    writer.end((fault, text) => {
      if (fault === null) resolve(text);
      else reject(fault);
    });
  });
}
