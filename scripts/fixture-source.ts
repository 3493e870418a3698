// The markup of the fixtures' sources: one paragraph a line, ⟦…⟧ for what a word processor does with it.

/** A paragraph of a source. */
export interface SourceLine {
  readonly kind:
    | 'title'
    | 'center'
    | 'right'
    | 'h1'
    | 'h2'
    | 'auto'
    | 'row'
    | 'box'
    | 'note'
    | 'body';
  /** With inline marks: ⟦^1⟧ a note, ⟦-…⟧ a tracked deletion, ⟦+…⟧ a tracked insertion. */
  readonly marked: string;
  /** As it reads with all changes accepted. */
  readonly text: string;
}

const KIND = /^⟦(title|center|right|h1|h2|auto|row|box|note)⟧/;

/** The paragraphs of a source, blank lines left out. */
export function readSourceLines(source: string): readonly SourceLine[] {
  const rows = source.split(/\r?\n/).map((line) => line.trim());
  return rows
    .filter((line) => line !== '')
    .map((line, index) => {
      const kind = KIND.exec(line)?.[1] as SourceLine['kind'] | undefined;
      const marked = line.replace(KIND, '');
      const text = marked.replace(/⟦[-^][^⟧]*⟧/g, '').replace(/⟦\+([^⟧]*)⟧/g, '$1');
      return { kind: kind ?? guessKind(line, index), marked, text };
    });
}

/** Documents without marks have their headings as the styles of a careful writer. */
function guessKind(line: string, index: number): SourceLine['kind'] {
  if (index === 0) return 'title';
  if (line.length > 40) return 'body';
  if (/^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+章)/.test(line)) return 'h1';
  if (/^(?:（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+节)[^。]*$/.test(line)) return 'h2';
  return 'body';
}

/** The text that every reader should give, up to white space: notes numbered at the end. */
export function toReference(lines: readonly SourceLine[]): string {
  const body = lines.filter(({ kind }) => kind !== 'note').map(({ text }) => text);
  const notes = lines.filter(({ kind }) => kind === 'note');
  return `${[...body, ...notes.map(({ text }, i) => `[${String(i + 1)}]${text}`)].join('\n')}\n`;
}
