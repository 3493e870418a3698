// Plants edited copies of passages in unrelated texts, and says where: what the search for reuse is measured by.

/** A text with `rate` of its characters edited: a third of the edits replace, put in, leave out. New characters are drawn from `alphabet`. */
export function editText(
  text: string,
  rate: number,
  alphabet: string,
  random: () => number,
): string {
  const draw = (): string => alphabet.charAt(Math.floor(random() * alphabet.length));
  return [...text]
    .map((character) => {
      if (random() >= rate) return character;
      const kind = Math.floor(random() * 3);
      return kind === 0 ? draw() : kind === 1 ? character + draw() : '';
    })
    .join('');
}

/** Where a copy stands. */
export interface Planted {
  readonly start: number;
  readonly end: number;
}

/** The host's paragraphs with copies between them at even distances, and where the copies stand. */
export function plantCopies(
  host: string,
  copies: readonly string[],
): { readonly text: string; readonly planted: readonly Planted[] } {
  const paragraphs = host.split('\n');
  const planted: Planted[] = [];
  let text = '';
  let next = 0;
  paragraphs.forEach((paragraph, i) => {
    text += `${paragraph}\n`;
    while (next < copies.length && (i + 1) * copies.length >= (next + 1) * paragraphs.length) {
      const copy = copies[next] ?? '';
      planted.push({ start: text.length, end: text.length + copy.length });
      text += `${copy}\n`;
      next += 1;
    }
  });
  return { text, planted };
}

/** The items in random order. */
export function shuffle<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
