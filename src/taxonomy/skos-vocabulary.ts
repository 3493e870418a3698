/**
 * The names that a taxonomy has in RDF: those of SKOS and its neighbours, and our own for what they have no words for.
 *
 * @module
 */

/** The prefixes that a written file declares, in order; the taxonomy's own comes after them. */
export const PREFIXES: Readonly<Record<string, string>> = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  zc: 'urn:x-zhengce:terms#',
};

/** Where the names of a taxonomy's concepts begin if the caller gives no address of their own. */
export const DEFAULT_BASE = 'urn:x-zhengce:taxonomy/';

/** RDF's own names. */
export const RDF = {
  type: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  first: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#first',
  rest: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#rest',
  nil: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#nil',
} as const;

/** Datatypes of XML Schema. */
export const XSD = {
  boolean: 'http://www.w3.org/2001/XMLSchema#boolean',
  integer: 'http://www.w3.org/2001/XMLSchema#integer',
  decimal: 'http://www.w3.org/2001/XMLSchema#decimal',
  double: 'http://www.w3.org/2001/XMLSchema#double',
  date: 'http://www.w3.org/2001/XMLSchema#date',
  gYearMonth: 'http://www.w3.org/2001/XMLSchema#gYearMonth',
  gYear: 'http://www.w3.org/2001/XMLSchema#gYear',
} as const;

/** Names that say what a file as a whole is. The first of `titles` is the one that is written. */
export const META = {
  titles: [
    'http://purl.org/dc/terms/title',
    'http://purl.org/dc/elements/1.1/title',
    'http://www.w3.org/2000/01/rdf-schema#label',
  ],
  publisher: 'http://purl.org/dc/terms/publisher',
  issued: 'http://purl.org/dc/terms/issued',
  versionInfo: 'http://www.w3.org/2002/07/owl#versionInfo',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
} as const;

/** SKOS, https://www.w3.org/TR/skos-reference/. */
export const SKOS = {
  ConceptScheme: 'http://www.w3.org/2004/02/skos/core#ConceptScheme',
  Concept: 'http://www.w3.org/2004/02/skos/core#Concept',
  inScheme: 'http://www.w3.org/2004/02/skos/core#inScheme',
  topConceptOf: 'http://www.w3.org/2004/02/skos/core#topConceptOf',
  hasTopConcept: 'http://www.w3.org/2004/02/skos/core#hasTopConcept',
  notation: 'http://www.w3.org/2004/02/skos/core#notation',
  prefLabel: 'http://www.w3.org/2004/02/skos/core#prefLabel',
  altLabel: 'http://www.w3.org/2004/02/skos/core#altLabel',
  hiddenLabel: 'http://www.w3.org/2004/02/skos/core#hiddenLabel',
  scopeNote: 'http://www.w3.org/2004/02/skos/core#scopeNote',
  definition: 'http://www.w3.org/2004/02/skos/core#definition',
  broader: 'http://www.w3.org/2004/02/skos/core#broader',
  narrower: 'http://www.w3.org/2004/02/skos/core#narrower',
  related: 'http://www.w3.org/2004/02/skos/core#related',
} as const;

/**
 * Our own names. They are no web address: it would promise a page that nobody keeps.
 *
 * - `Taxonomy`: the class of the plan as a whole, with `schemes`, `concepts`, `cueLists` as RDF lists, since their order
 *   counts, and `startYear`, `endYear`
 * - `id`: the id of a taxonomy, scheme, concept or cue list
 * - `assignable`: whether passages are tagged with the concepts of a scheme
 * - `lexicon`: the RDF list of a concept's groups of terms; a group has `weight`, `terms` (an RDF list) and perhaps
 *   `with`, the id of a cue list
 * - `cues`: the RDF list of the cues of a cue list
 */
export const ZC = {
  Taxonomy: 'urn:x-zhengce:terms#Taxonomy',
  id: 'urn:x-zhengce:terms#id',
  schemes: 'urn:x-zhengce:terms#schemes',
  concepts: 'urn:x-zhengce:terms#concepts',
  startYear: 'urn:x-zhengce:terms#startYear',
  endYear: 'urn:x-zhengce:terms#endYear',
  assignable: 'urn:x-zhengce:terms#assignable',
  lexicon: 'urn:x-zhengce:terms#lexicon',
  weight: 'urn:x-zhengce:terms#weight',
  with: 'urn:x-zhengce:terms#with',
  terms: 'urn:x-zhengce:terms#terms',
  cueLists: 'urn:x-zhengce:terms#cueLists',
  cues: 'urn:x-zhengce:terms#cues',
} as const;
