/**
 * Makes an index of passages that others have cut into words.
 *
 * @module
 */
import type { Segmenter } from '../segment';
import { compactText, foldText, listBigrams } from './analyze-text';
import { composeIndex } from './compose-index';
import type { IndexSegment } from './index-segment';
import { createLiveSegment } from './live-segment';
import type { SearchPassage } from './model';
import type { SearchIndex } from './search-index';
import { SegmentBuilder } from './segment-builder';
import { changeSettings, PLAIN_BM25_SETTINGS, type SearchSettingsChange } from './settings';

/** A passage as words. */
export interface TokenizedPassage {
  readonly id: string;
  readonly title?: readonly string[];
  readonly heading?: readonly string[];
  readonly body: readonly string[];
  /** What hits give back, phrases are found in and pairs of characters counted from; default: nothing. */
  readonly text?: string;
}

/** Options of {@link createIndexFromTokens}. */
export interface CreateIndexFromTokensOptions {
  /** Cuts queries and what is added later. */
  readonly segmenter: Segmenter;
  /** Changes to `PLAIN_BM25_SETTINGS`. A field of weight 0 is not indexed. */
  readonly settings?: SearchSettingsChange;
}

/** An index over passages of one document without a name, in the order given; words are taken as they are. O(words). */
export function createIndexFromTokens(
  passages: Iterable<TokenizedPassage>,
  { segmenter, settings: change = {} }: CreateIndexFromTokensOptions,
): SearchIndex {
  const settings = changeSettings(PLAIN_BM25_SETTINGS, change);
  const segments: IndexSegment[] = [];
  let builder = openBuilder();
  for (const passage of passages) {
    if (builder.isFull) {
      segments.push(builder.finish());
      builder = openBuilder();
    }
    const { title = [], heading = [], body, text = '' } = passage;
    const { words } = builder;
    const terms = {
      title: settings.title.weight > 0 ? words.internTerms(title) : [],
      heading: settings.heading.weight > 0 ? words.internTerms(heading) : [],
      body: settings.body.weight > 0 ? words.internTerms(body) : [],
    };
    const bigrams = settings.bigram.weight > 0 ? listBigrams(compactText(foldText(text))) : [];
    builder.addPassage(storePassage(passage.id, text), terms, bigrams);
  }
  if (builder.passageCount > 0) segments.push(builder.finish());
  return composeIndex({
    segments: segments.map((segment) => createLiveSegment(segment, undefined)),
    segmenter,
    settings,
    codeSchemes: {},
  });
}

function openBuilder(): SegmentBuilder {
  const builder = new SegmentBuilder();
  builder.addDocument({
    id: '',
    title: undefined,
    issuer: [],
    documentNumber: undefined,
    genre: undefined,
    issuedOn: undefined,
    region: undefined,
  });
  return builder;
}

function storePassage(id: string, text: string): SearchPassage {
  const span = { start: 0, end: text.length };
  return { id, text, span, pieces: [span], headingPath: [], headingSpans: [], tags: [] };
}
