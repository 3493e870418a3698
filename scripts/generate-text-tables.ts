// Writes src/text/traditional-characters.ts and src/text/compatibility-characters.ts.
// Run `npx tsx scripts/generate-text-tables.ts` after every update of opencc-js.
import { readFileSync, writeFileSync } from 'node:fs';
import { type DictGroup, Locale } from 'opencc-js';

const COMMAND = 'npx tsx scripts/generate-text-tables.ts';
const LINE_LENGTH = 40;
/** OpenCC's phrases keep 計 in 不可貲計 by mistake; GB 2312 holds 後, which no simplified text uses. */
const NEVER_SIMPLIFIED: ReadonlySet<string> = new Set(['計', '後']);

/** The entries of a locale's dictionaries: first its phrases, then its characters. */
function readDictionaries(locale: readonly DictGroup[] | undefined): [string, string][] {
  return (locale ?? []).flat().flatMap((dictionary) => {
    if (typeof dictionary !== 'string') return dictionary.map(([from, to]) => [from, to]);
    return dictionary.split('|').map((entry): [string, string] => {
      const [from = '', to = ''] = entry.split(' ');
      return [from, to];
    });
  }) as [string, string][];
}

function isCharacter(text: string): boolean {
  return Array.from(text).length === 1;
}

/** GB 2312 is the simplified character set of 1980: what stands in it, a simplified text may hold. */
function listGb2312Characters(): string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      characters.push(decoder.decode(Uint8Array.of(row, cell)));
    }
  }
  return characters;
}

function listTraditionalOnly(): string[] {
  const toSimplified = readDictionaries(Locale.to['cn']);
  const fromSimplified = readDictionaries(Locale.from['cn']);
  const simplified = new Set([
    ...listGb2312Characters(),
    ...fromSimplified.map(([from]) => from).filter(isCharacter),
    ...toSimplified.flatMap(([, to]) => Array.from(to)),
  ]);
  return toSimplified
    .filter(([from, to]) => isCharacter(from) && from !== to)
    .map(([from]) => from)
    .filter((from) => !simplified.has(from) || NEVER_SIMPLIFIED.has(from))
    .sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}

/** The characters of a block under NFKC, a space where one does not come out as another single one. */
function listCompatible(first: number, last: number): string[] {
  const targets: string[] = [];
  for (let code = first; code <= last; code++) {
    const from = String.fromCodePoint(code);
    const to = from.normalize('NFKC');
    targets.push(to !== from && isCharacter(to) && to !== ' ' ? to : ' ');
  }
  return targets;
}

function formatLiteral(characters: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (let at = 0; at < characters.length; at += LINE_LENGTH) {
    const line = characters.slice(at, at + LINE_LENGTH).join('');
    lines.push(`${indent}'${line.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`);
  }
  return lines.join(` +\n`);
}

function writeTraditional(): void {
  const { version } = JSON.parse(readFileSync('node_modules/opencc-js/package.json', 'utf8')) as {
    version: string;
  };
  const characters = listTraditionalOnly();
  writeFileSync(
    'src/text/traditional-characters.ts',
    `/**
 * Characters that only traditional texts hold: a cheap test before any conversion table is built.
 *
 * Generated from opencc-js ${version} by \`${COMMAND}\`. Do not edit.
 *
 * @module
 */

/**
 * The ${String(characters.length)} characters that OpenCC simplifies and that no simplified text holds, in the order of
 * code points. Those in use on both sides (乾 於 徵 …) are left out.
 */
export const TRADITIONAL_ONLY_CHARACTERS: string =
${formatLiteral(characters, '  ')};
`,
  );
}

function writeCompatibility(): void {
  const blocks = [
    [0x2f00, 0x2fd5],
    [0xf900, 0xfad9],
    [0xfe10, 0xfe6b],
    [0x2f800, 0x2fa1d],
  ].map(([first = 0, last = 0]) => {
    const literal = formatLiteral(listCompatible(first, last), '    ');
    return `  [\n    0x${first.toString(16)},\n${literal},\n  ],`;
  });
  writeFileSync(
    'src/text/compatibility-characters.ts',
    `/**
 * Compatibility characters and the ordinary character that each stands for.
 *
 * Generated from Unicode ${process.versions['unicode'] ?? ''} by \`${COMMAND}\`. Do not edit.
 *
 * @module
 */

/**
 * Blocks of consecutive code points: the first one, and what each stands for under NFKC; a space where a
 * character stays. Code points and not characters on the left side, because an editor that saves
 * in NFC would destroy them.
 */
export const COMPATIBILITY_BLOCKS: readonly (readonly [first: number, targets: string])[] = [
${blocks.join('\n')}
];
`,
  );
}

writeTraditional();
writeCompatibility();
