/**
 * Text ends: what the last character of a text is, without a look at the rest.
 *
 * @module
 */

/**
 * Whether the last character of a text is one of some. Constant time: a pattern such as `/[;:]$/` reads the whole text.
 *
 * @example
 * endsInOneOf('按照以下要求:', ';:') // => true
 */
export function endsInOneOf(text: string, characters: string): boolean {
  return text !== '' && characters.includes(text.charAt(text.length - 1));
}
