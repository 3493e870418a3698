/**
 * Inferred genres: what a text without a title calls itself, 特制定本行动计划 or 现将有关事项通知如下.
 *
 * @module
 */
import type { Block } from '../blocks';
import { type Inference, type InferenceSources, type KnownFields, locateWords } from './inference';
import { type OwnGenre, readOwnGenre, readSpokenGenre } from './own-genre';

/** Body paragraphs at the beginning and at the end in which a text speaks of itself. */
const OPENING = 12;
const CLOSING = 6;
/** Code units of a paragraph that are read. */
const MAX_READ = 2000;

/** The genre by which a text calls itself: why it was made goes before how it is spoken of. Constant time but for the frame. */
export function inferGenre(
  { genre }: KnownFields,
  sources: InferenceSources,
): readonly Inference[] {
  if (genre !== undefined) return [];
  const body = sources.blocks.filter((_, index) => sources.roles[index] === undefined);
  const opening = body.slice(0, OPENING);
  for (const [read, blocks] of [
    [readOwnGenre, opening],
    [readSpokenGenre, [...opening, ...body.slice(OPENING).slice(-CLOSING)]],
  ] as const) {
    for (const block of blocks) {
      const found = read(block.text.slice(0, MAX_READ));
      if (found !== undefined) return [toInference(found, block)];
    }
  }
  return [];
}

function toInference({ genre, words, start }: OwnGenre, block: Block): Inference {
  const at = locateWords(block, { start, end: start + words.length });
  return { field: 'genre', value: genre, because: `from "${words}"`, at };
}
