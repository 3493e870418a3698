/**
 * The analyzer: composes the stages. The only module that sees them all.
 *
 * @module
 */
import {
  type Aligner,
  type Alignment,
  type AlignSettings,
  alignCollection,
  type CollectionAlignment,
  createAligner,
} from './align';
import { type ParseDocumentOptions, type PolicyDocument, parseDocument } from './document';
import { describeReceived, ZhengceError } from './errors';
import { createSearchIndex, type SearchIndex, type SearchSettingsChange } from './search';
import type { Segmenter, Token } from './segment';
import {
  createLexiconTagger,
  createMatchingTagger,
  createTaxonomySegmenter,
  createTrainedTagger,
  findBuiltinModel,
  isLexiconModel,
  type LexiconModel,
  matchesLexiconModel,
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
   * What tags: a model of `trainTagger` or `loadTaggerModel` that was trained for the taxonomy, one of `loadLexiconModel` that was tuned for it, or `'lexicon'` for the lexicon
   * and labels alone. Default: the model that comes with the package where it was trained for this taxonomy, as for the built-in plan; the lexicon otherwise.
   */
  readonly model?: TaggerModel | LexiconModel | 'lexicon';
}

/** Options of {@link Analyzer.align} and {@link Analyzer.alignCollection}. */
export interface AlignOptions {
  /** The plan's text, tagged by the same analyzer. Without it the document is aligned with the taxonomy alone: no similarity, reuse, correspondences or missing indicators. */
  readonly plan?: TaggedDocument;
  /** Default `DEFAULT_ALIGN_SETTINGS`. */
  readonly settings?: Partial<AlignSettings>;
}

/** Parses, segments and tags policy documents. Immutable; safe to share. Every method is pure. */
export interface Analyzer {
  /** The plan that passages are tagged with. */
  readonly taxonomy: Taxonomy;
  /** What `segment` and the tagger cut with. */
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
  /**
   * How far, and where, a document follows the plan: measures, text reuse, correspondences, the ledgers of tasks and indicators. Linear in the document; a plan's text is prepared
   * once, however many documents it is given with.
   *
   * @throws ZhengceError `invalid-argument` where `tagged` or the plan has no tagged passages
   */
  align(tagged: TaggedDocument, options?: AlignOptions): Alignment;
  /**
   * The documents of a collection aligned with the plan and with one another: relative emphasis, ranking, nearest documents, copies.
   *
   * @throws ZhengceError `invalid-argument` as {@link Analyzer.align}, and where two documents have one id
   */
  alignCollection(tagged: readonly TaggedDocument[], options?: AlignOptions): CollectionAlignment;
}

/**
 * An analyzer for a taxonomy. Dictionary and lexicon are loaded once, here.
 *
 * @throws ZhengceError `invalid-argument` where `taxonomy` is none, or `model` was made for another one
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
  const segmenter = options.segmenter ?? createTaxonomySegmenter(taxonomy);
  const tagger = chooseTagger(options, segmenter);
  const getAligner = createAlignerCache(taxonomy, segmenter);
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
    align: (tagged: TaggedDocument, alignOptions: AlignOptions = {}) => {
      assertTagged(tagged, 'align', 'tagged');
      const aligner = getAligner(alignOptions, 'align');
      return aligner.align(aligner.prepare(tagged));
    },
    alignCollection: (tagged: readonly TaggedDocument[], alignOptions: AlignOptions = {}) => {
      assertCollection(tagged);
      return alignCollection(getAligner(alignOptions, 'alignCollection'), tagged);
    },
  });
}

function chooseTagger({ taxonomy, model }: CreateAnalyzerOptions, segmenter: Segmenter): Tagger {
  if (model === 'lexicon') return createLexiconTagger(taxonomy, segmenter);
  if (isLexiconModel(model)) return createTunedTagger(taxonomy, segmenter, model);
  if (model !== undefined) return createTrainedTagger(taxonomy, segmenter, model);
  const builtin = findBuiltinModel(taxonomy);
  return builtin === undefined
    ? createLexiconTagger(taxonomy, segmenter)
    : createMatchingTagger(taxonomy, segmenter, builtin);
}

function createTunedTagger(taxonomy: Taxonomy, segmenter: Segmenter, model: LexiconModel): Tagger {
  if (matchesLexiconModel(taxonomy, model))
    return createLexiconTagger(taxonomy, segmenter, model.settings);
  const { id, version } = model.taxonomy;
  throw new ZhengceError(
    'invalid-argument',
    `createAnalyzer: expected a model tuned for ${taxonomy.id} ${taxonomy.version} and its lexicon, received one for ${id} ${version} (options.model)`,
  );
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

/** Aligners by plan: what is prepared of a plan's text is kept as long as the plan is. */
function createAlignerCache(
  taxonomy: Taxonomy,
  segmenter: Segmenter,
): (options: AlignOptions, caller: string) => Aligner {
  const known = new WeakMap<TaggedDocument, Aligner>();
  return ({ plan, settings }, caller) => {
    if (plan !== undefined) assertTagged(plan, caller, 'options.plan');
    const cached = plan === undefined || settings !== undefined ? undefined : known.get(plan);
    if (cached !== undefined) return cached;
    const aligner = createAligner({ taxonomy, segmenter, plan, settings });
    if (plan !== undefined && settings === undefined) known.set(plan, aligner);
    return aligner;
  };
}

function assertTagged(tagged: TaggedDocument | undefined, caller: string, where: string): void {
  const passages: unknown = tagged?.passages;
  if (Array.isArray(passages) && passages.every(hasTags)) return;
  throw new ZhengceError(
    'invalid-argument',
    `${caller}: expected a TaggedDocument, received ${describeReceived(tagged)} (${where})`,
  );
}

function hasTags(passage: unknown): boolean {
  return (
    typeof passage === 'object' &&
    passage !== null &&
    'tags' in passage &&
    Array.isArray(passage.tags)
  );
}

function assertCollection(tagged: readonly TaggedDocument[]): void {
  const ids = new Set<string>();
  tagged.forEach((document, i) => {
    assertTagged(document, 'alignCollection', `tagged[${String(i)}]`);
    if (ids.has(document.id))
      throw new ZhengceError(
        'invalid-argument',
        `alignCollection: expected ids that differ, received ${describeReceived(document.id)} twice (tagged[${String(i)}].id)`,
      );
    ids.add(document.id);
  });
}
