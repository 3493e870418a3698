/**
 * The analyzer: composes the stages. The only module that sees them all.
 *
 * @module
 */
import { type ParseDocumentOptions, type PolicyDocument, parseDocument } from './document';
import { describeReceived, ZhengceError } from './errors';
import { createSearchIndex, type SearchIndex, type SearchSettingsChange } from './search';
import { createJiebaSegmenter, type Segmenter, type Token } from './segment';
import {
  createLexiconTagger,
  createTrainedTagger,
  loadBuiltinModel,
  matchesModel,
  type PassageInput,
  type PassageTags,
  type TaggedDocument,
  type Tagger,
  type TaggerModel,
  type TagOptions,
} from './tag';
import type { Taxonomy } from './taxonomy';

/** Options of {@link createAnalyzer}. */
export interface CreateAnalyzerOptions {
  /** The plan that passages are tagged with: `builtinTaxonomy`, or what `loadTaxonomy` gives. */
  readonly taxonomy: Taxonomy;
  /** Default: jieba with the taxonomy's terms as words. */
  readonly segmenter?: Segmenter;
  /**
   * What tags: a model of `trainTagger` or `loadTaggerModel` that was trained for the taxonomy, or `'lexicon'` for the lexicon and labels alone. Default: the model that
   * comes with the package where it was trained for this taxonomy, as for the built-in plan; the lexicon otherwise.
   */
  readonly model?: TaggerModel | 'lexicon';
}

/** Parses, segments and tags policy documents. Immutable; safe to share. Every method is pure. */
export interface Analyzer {
  readonly taxonomy: Taxonomy;
  readonly segmenter: Segmenter;
  /**
   * The structure of a document: metadata, section tree, passages, Diagnostics. Linear in the text.
   *
   * @throws ZhengceError `invalid-argument`, `input-too-large`
   */
  parse(text: string, options: ParseDocumentOptions): PolicyDocument;
  /** The words of a text, disjoint and in order; joined they give the text. Terms of the taxonomy are one word. */
  segment(text: string): readonly Token[];
  /** The document with tags and evidence on its passages; title and headings are context. */
  tag(document: PolicyDocument, options?: TagOptions): TaggedDocument;
  /**
   * The tags of passages that stand alone, in the order given.
   *
   * @throws ZhengceError `invalid-argument` where a passage has no text
   */
  tagPassages(passages: readonly PassageInput[], options?: TagOptions): readonly PassageTags[];
  /**
   * A search index over the passages of tagged documents, in the order given; of documents with the same id the last counts. O(text).
   *
   * @throws ZhengceError `invalid-argument` for a setting outside its range
   */
  createIndex(documents: Iterable<TaggedDocument>, settings?: SearchSettingsChange): SearchIndex;
}

/**
 * An analyzer for a taxonomy. Dictionary and lexicon are loaded once, here.
 *
 * @throws ZhengceError `invalid-argument` where `taxonomy` is none
 * @example
 * const analyzer = await createAnalyzer({ taxonomy: builtinTaxonomy });
 * analyzer.tagPassages([{ id: 'p', text: '推动公共数据资源开放共享，培育数据要素市场。' }])[0]?.tags[0]?.code // => 'T2'
 */
export function createAnalyzer(options: CreateAnalyzerOptions): Promise<Analyzer> {
  return new Promise((resolve) => {
    resolve(composeAnalyzer(options));
  });
}

function composeAnalyzer(options: CreateAnalyzerOptions): Analyzer {
  const { taxonomy } = assertOptions(options);
  const segmenter = options.segmenter ?? createJiebaSegmenter({ terms: listTerms(taxonomy) });
  const tagger = chooseTagger(options, segmenter);
  return Object.freeze({
    taxonomy,
    segmenter,
    parse: parseDocument,
    segment: (text: string) => segmenter.segment(text),
    tag: (document: PolicyDocument, tagOptions?: TagOptions) =>
      tagger.tagDocument(document, tagOptions),
    tagPassages: (passages: readonly PassageInput[], tagOptions?: TagOptions) => {
      passages.forEach(assertPassage);
      return tagger.tagPassages(passages, tagOptions);
    },
    createIndex: (documents: Iterable<TaggedDocument>, settings: SearchSettingsChange = {}) =>
      createSearchIndex(documents, { segmenter, settings, codeSchemes: listSchemes(taxonomy) }),
  });
}

function chooseTagger({ taxonomy, model }: CreateAnalyzerOptions, segmenter: Segmenter): Tagger {
  if (model === 'lexicon') return createLexiconTagger(taxonomy, segmenter);
  if (model !== undefined) return createTrainedTagger(taxonomy, segmenter, model);
  const builtin = loadBuiltinModel();
  return matchesModel(taxonomy, builtin)
    ? createTrainedTagger(taxonomy, segmenter, builtin)
    : createLexiconTagger(taxonomy, segmenter);
}

function assertOptions(options: CreateAnalyzerOptions | undefined): CreateAnalyzerOptions {
  if (Array.isArray(options?.taxonomy.concepts)) return options;
  throw new ZhengceError(
    'invalid-argument',
    `createAnalyzer: expected a Taxonomy, received ${describeReceived(options?.taxonomy)} (options.taxonomy)`,
  );
}

function assertPassage(passage: PassageInput, index: number): void {
  if (typeof passage.text === 'string') return;
  throw new ZhengceError(
    'invalid-argument',
    `tagPassages: expected a string, received ${describeReceived(passage.text)} (passages[${String(index)}].text)`,
  );
}

/** The scheme of every concept by its notation. */
function listSchemes(taxonomy: Taxonomy): Readonly<Record<string, string>> {
  return Object.fromEntries(
    taxonomy.concepts
      .filter(({ notation }) => notation !== '')
      .map(({ notation, inScheme }) => [notation, inScheme]),
  );
}

/** The labels and terms that come out as one word. */
function listTerms(taxonomy: Taxonomy): Iterable<string> {
  return new Set(
    taxonomy.concepts.flatMap(({ prefLabel, altLabels, hiddenLabels, lexicon }) => [
      prefLabel,
      ...altLabels,
      ...hiddenLabels,
      ...lexicon.map(({ term }) => term),
    ]),
  );
}
