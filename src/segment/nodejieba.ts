/**
 * The entry `zhengce/nodejieba`: the same algorithm on nodejieba's binding, an optional peer dependency.
 *
 * @module
 */

import { createRequire } from 'node:module';
import { ZhengceError } from '../errors';
import { createCutterSegmenter } from './cutter-segmenter';
import type { Segmenter, SegmenterOptions } from './segmenter';
import { describeVersion } from './segmenter-version';

export type { Segmenter, SegmenterOptions, Token } from './segmenter';

/**
 * A segmenter on nodejieba, `terms` kept whole. The first cut of a thread loads its dictionary,
 * which takes a second and 200 MB. nodejieba has one dictionary a thread, so no terms are put into
 * it: segmenters with other terms, and the application's own use of nodejieba, stay undisturbed.
 *
 * @throws ZhengceError `missing-dependency` when nodejieba is not installed or was not built;
 * `invalid-argument` for a term that is empty or holds a lone surrogate.
 * @example
 * nodejiebaSegmenter({ terms: ['东数西算'] }).segment('实施东数西算工程').map((token) => token.text) // => ['实施', '东数西算', '工程']
 */
export function nodejiebaSegmenter(options: SegmenterOptions = {}): Segmenter {
  const terms = [...new Set(options.terms)];
  const { binding, version } = loadNodejieba();
  return createCutterSegmenter({
    name: 'nodejieba',
    version: describeVersion(version, terms),
    cutter: {
      // Without the second argument nodejieba recognises no unknown words and spells out Latin ones.
      cut: (text) => binding.cut(text, true),
      cutAll: (text) => binding.cutAll(text),
    },
    terms,
  });
}

interface NodejiebaBinding {
  readonly cut: (text: string, recogniseUnknownWords: boolean) => readonly string[];
  readonly cutAll: (text: string) => readonly string[];
}

interface LoadedNodejieba {
  readonly binding: NodejiebaBinding;
  readonly version: string;
}

/** `require`, because an import at the head of this file could not be reported as a ZhengceError. */
function loadNodejieba(): LoadedNodejieba {
  try {
    const require = createRequire(import.meta.url);
    const manifest = require('nodejieba/package.json') as { readonly version: string };
    return { binding: require('nodejieba') as NodejiebaBinding, version: manifest.version };
  } catch (cause) {
    throw new ZhengceError(
      'missing-dependency',
      'nodejiebaSegmenter: expected the package "nodejieba" to be installed and built, received an error on loading it (npm install nodejieba)',
      { details: { package: 'nodejieba' }, cause },
    );
  }
}
