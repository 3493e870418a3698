/**
 * The default segmenter, on `@node-rs/jieba` with its own dictionary.
 *
 * @module
 */

import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { createCutterSegmenter } from './cutter-segmenter';
import type { Segmenter, SegmenterOptions } from './segmenter';
import { describeVersion } from './segmenter-version';
import type { WordCutter } from './word-cutter';

/** The version that package.json pins; a test holds the two equal. */
const JIEBA_VERSION = '2.0.2';

/**
 * Frequency of a term among the dictionary's 60 million: above the chance meeting of its parts and
 * of words that overlap it, below common words beside it, as measured in docs/decisions/segmentation.md.
 */
const TERM_FREQUENCY = 3_000;

/** What a dictionary line can hold: jieba cuts words only out of these. */
const DICTIONARY_WORD = /^[\p{Script=Han}\w+#&.%-]+$/u;

/** The dictionary without terms is the same for all segmenters, so 40 MB of it are enough. */
let sharedJieba: Jieba | undefined;

/**
 * A segmenter on `@node-rs/jieba` with unknown words recognised (HMM) and `terms` kept whole.
 * Loading the dictionary takes 150 ms and 40 MB once, and again for every segmenter with terms.
 *
 * @throws ZhengceError `invalid-argument` for a term that is empty or holds a lone surrogate.
 * @example
 * const segmenter = createJiebaSegmenter({ terms: ['泛在智联'] });
 * segmenter.segment('建设泛在智联的网络').map((token) => token.text) // => ['建设', '泛在智联', '的', '网络']
 */
export function createJiebaSegmenter(options: SegmenterOptions = {}): Segmenter {
  const terms = [...new Set(options.terms)];
  return createCutterSegmenter({
    name: 'jieba',
    version: describeVersion(JIEBA_VERSION, terms),
    cutter: createCutter(terms),
    terms,
  });
}

function createCutter(terms: readonly string[]): WordCutter {
  const jieba = terms.length === 0 ? loadSharedJieba() : loadJiebaWith(terms);
  return {
    cut: (text) => jieba.cut(text, true),
    cutAll: (text) => jieba.cutAll(text),
  };
}

function loadSharedJieba(): Jieba {
  sharedJieba ??= Jieba.withDict(dict);
  return sharedJieba;
}

function loadJiebaWith(terms: readonly string[]): Jieba {
  const jieba = Jieba.withDict(dict);
  const lines = findNewWords(jieba, terms.filter(isDictionaryWord)).map(toDictionaryLine);
  if (lines.length > 0) jieba.loadDict(new TextEncoder().encode(lines.join('')));
  return jieba;
}

function isDictionaryWord(term: string): boolean {
  return DICTIONARY_WORD.test(term);
}

/**
 * The terms that the dictionary cuts: a word of it keeps its frequency, since a lower one would split it, a higher one its neighbours. They are cut as one text,
 * with line feeds in between, which no word goes across: a call costs more than a term.
 */
function findNewWords(jieba: Jieba, terms: readonly string[]): readonly string[] {
  const words = jieba.cut(terms.join('\n'), false);
  let at = 0;
  return terms.filter((term) => {
    const isCut = words[at] !== term;
    while (at < words.length && words[at] !== '\n') at += 1;
    at += 1;
    return isCut;
  });
}

function toDictionaryLine(term: string): string {
  return `${term} ${TERM_FREQUENCY} n\n`;
}
