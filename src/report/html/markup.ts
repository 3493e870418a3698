/**
 * Markup: HTML that is escaped unless it was made here.
 *
 * @module
 */

/** A piece of HTML. Only {@link html} and {@link trustMarkup} make one, so text never gets in unescaped. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | readonly (Markup | string)[];

/** The template with its values put in: markup as it is, everything else escaped. Linear. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = strings.map((text, i) => {
    const part = parts[i];
    return part === undefined ? text : text + writePart(part);
  });
  return { markup: written.join('') };
}

/** Markup that another program made: a chart's SVG, a style sheet. */
export function trustMarkup(markup: string): Markup {
  return { markup };
}

/** Nothing. */
export const NOTHING: Markup = { markup: '' };

function writePart(part: Part): string {
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(writePart).join('');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML: what has a meaning there is escaped, and so are the marks that turn the direction of writing; control characters are left out. */
export function escapeText(text: string): string {
  return text
    .replace(/[\0-\x08\v\f\x0e-\x1f\x7f\ufffe\uffff]/g, '')
    .replace(
      /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase()}]`,
    )
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
