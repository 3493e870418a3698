/**
 * formatTable: columns that stand under each other on a terminal.
 *
 * @module
 */

/** How a column is set: figures at the right, words at the left. */
export type Alignment = 'left' | 'right';

/** Characters that take two columns on a terminal: East Asian wide and full-width ones. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/**
 * The lines of a table, two spaces in front of each and between columns, none at the end. Chinese characters count as two columns. Linear.
 *
 * @example
 * formatTable(['left', 'right'], [['T1', '0.5'], ['T10', '1']]) // => ['  T1   0.5', '  T10    1']
 */
export function formatTable(
  alignments: readonly Alignment[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = alignments.map((_, i) =>
    rows.reduce((width, row) => Math.max(width, measureWidth(row[i] ?? '')), 0),
  );
  return rows.map((row) => {
    const cells = alignments.map((alignment, i) => {
      const cell = row[i] ?? '';
      const space = ' '.repeat((widths[i] ?? 0) - measureWidth(cell));
      return alignment === 'left' ? cell + space : space + cell;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function measureWidth(text: string): number {
  return [...text].reduce((width, char) => width + (WIDE.test(char) ? 2 : 1), 0);
}
