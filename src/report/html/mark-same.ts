/**
 * Marks what two texts have in common, and evidence within a passage.
 *
 * @module
 */
import { html, type Markup } from './markup';

/** Characters of a run that counts as the same. */
const RUN = 4;

/** A text in which every run of four characters that `other` has too is marked. Linear. */
export function markSame(text: string, other: string): Markup {
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= other.length; at += 1) runs.add(other.slice(at, at + RUN));
  const marked = new Uint8Array(text.length);
  for (let at = 0; at + RUN <= text.length; at += 1)
    if (runs.has(text.slice(at, at + RUN))) marked.fill(1, at, at + RUN);
  return writeMarked(text, marked);
}

/** A text with the places marked; they count from `start`. Linear. */
export function markPlaces(
  text: string,
  start: number,
  places: readonly { readonly start: number; readonly end: number }[],
): Markup {
  const marked = new Uint8Array(text.length);
  for (const place of places)
    marked.fill(1, Math.max(0, place.start - start), Math.max(0, place.end - start));
  return writeMarked(text, marked);
}

function writeMarked(text: string, marked: Uint8Array): Markup {
  const parts: Markup[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from;
    while (to < text.length && marked[to] === marked[from]) to += 1;
    const words = text.slice(from, to).replace(/\s+/g, ' ');
    parts.push(marked[from] === 1 ? html`<mark>${words}</mark>` : html`${words}`);
    from = to;
  }
  return html`${parts.map((part) => part)}`;
}
