/**
 * JSONL: one record a line.
 *
 * @module
 */

/** The line of a record, with its line feed. Line separators inside strings are escaped, so that a line is a line everywhere. */
export function formatJsonLine(record: object): string {
  return `${JSON.stringify(record).replace(/[\u2028\u2029]/g, (char) => (char === '\u2028' ? '\\u2028' : '\\u2029'))}\n`;
}
