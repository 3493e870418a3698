/**
 * fingerprintLexicon: a short name for what the lexicon of a taxonomy says.
 *
 * @module
 */
import type { Taxonomy } from '../../taxonomy';

/** Eight hexadecimal digits that change when a term, a weight, a label or a cue does. FNV-1a. Linear in the lexicon. */
export function fingerprintLexicon({ concepts, cues }: Taxonomy): string {
  let hash = 0x811c9dc5;
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i += 1)
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 0x0a, 0x01000193);
  };
  for (const { notation, prefLabel, altLabels, hiddenLabels, lexicon } of concepts) {
    [notation, prefLabel, ...altLabels, ...hiddenLabels].forEach(add);
    for (const { term, weight, with: cue = '' } of lexicon) add(`${term}\t${weight}\t${cue}`);
  }
  for (const [name, terms] of Object.entries(cues)) [name, ...terms].forEach(add);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
