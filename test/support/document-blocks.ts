// The passes of the parser up to a stage, for tests of a single pass.
import type { Block } from '../../src/document/blocks';
import { type Line, readLines } from '../../src/document/lines';
import { splitGluedBlocks } from '../../src/document/split-blocks';
import { splitGluedLines } from '../../src/document/split-lines';
import { joinWrappedLines, measureWraps } from '../../src/document/wraps';
import { normalizeText } from '../../src/text';

/** Returns the lines of a text, normalised. */
export function linesOf(text: string): readonly Line[] {
  return readLines(normalizeText(text).text);
}

/** Returns the blocks of a text: lines split where they were glued, wraps joined. */
export function blocksOf(text: string): readonly Block[] {
  const lines = linesOf(text);
  return splitGluedBlocks(joinWrappedLines(splitGluedLines(lines), measureWraps(lines)).blocks);
}
