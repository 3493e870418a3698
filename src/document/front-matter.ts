/**
 * Front matter: YAML between --- lines, or key–value lines under a Markdown title, that say what the document is.
 *
 * @module
 */
import type { Line } from './lines';
import { type MetadataEntry, readMetadataEntries } from './metadata-entries';

/** What front matter says, and the lines without it. */
export interface FrontMatter {
  readonly entries: readonly MetadataEntry[];
  readonly body: readonly Line[];
}

/** Front matter is at most this many lines. */
const MAX_LINES = 40;

/** The front matter of a text's lines: YAML at the very start, or none. Key–value lines elsewhere are left to the frame. */
export function readFrontMatter(lines: readonly Line[]): FrontMatter {
  const keys = lines
    .slice(0, MAX_LINES)
    .findIndex((line) => !/^[A-Za-z_\u4e00-\u9fff ]{1,16} ?:/.test(line.text));
  const first = lines[0];
  if (first === undefined || keys < 2 || !/^(?:title|标题|date|issuer|source) ?:/i.test(first.text))
    return { entries: [], body: lines };
  const entries = lines.slice(0, keys).flatMap((line) => readMetadataEntries(line.text));
  return { entries, body: lines.slice(keys) };
}
