// How fast are 3,000 terms found, and is a library faster? The libraries are no dependencies: those that
// can be resolved (npm install --no-save ahocorasick @monyone/aho-corasick modern-ahocorasick) are measured.
import { createRequire } from 'node:module';
import { createTermMatcher } from '../src/segment';
import { findAllNaively } from '../test/support/naive-term-matcher';
import { policyTerms } from '../test/support/policy-terms';

/** Builds a finder of all occurrences, which returns how many it found. */
type Build = (terms: readonly string[]) => (text: string) => number;

const TERM_COUNT = 3000;
const TEXT_LENGTH = 1_000_000;
/** modern-ahocorasick cuts the text into graphemes first and needs minutes for the whole. */
const SLOW_TEXT_LENGTH = 20_000;
const ROUNDS = 4;
const FILLERS =
  '的和与及加快推进发展建设强化提升全面深入完善机制，。、；各地区部门企业服务管理标准\n';

const require = createRequire(import.meta.url);

/** Numbers in [0, below), the same in every run. */
function createSequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The policy terms, and terms put together out of their halves, none twice. */
function makeTerms(): readonly string[] {
  const next = createSequence(1);
  const halves = policyTerms
    .filter((term) => /^\p{Script=Han}{4,}$/u.test(term))
    .flatMap((term) => [term.slice(0, 2), term.slice(2)]);
  const terms = new Set(policyTerms);
  while (terms.size < TERM_COUNT)
    terms.add(halves[next(halves.length)]! + halves[next(halves.length)]!);
  return [...terms];
}

/** Text in which one piece in four is a term, the rest half terms and common characters. */
function makeText(terms: readonly string[]): string {
  const next = createSequence(2);
  const pieces: string[] = [];
  for (let length = 0; length < TEXT_LENGTH; ) {
    const term = terms[next(terms.length)]!;
    const at = next(FILLERS.length - 6);
    const piece = [term, term.slice(0, 2), FILLERS.slice(at, at + 6), FILLERS.slice(at, at + 3)][
      next(4)
    ]!;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('');
}

interface LibraryMatcher {
  search?: (text: string) => readonly unknown[];
  matchInText?: (text: string) => readonly unknown[];
}
type Library = Record<string, new (terms: string[]) => LibraryMatcher>;

const builds: Readonly<Record<string, () => Build>> = {
  'ours, scanAll (numbers)': () => (terms) => {
    const matcher = createTermMatcher(terms);
    return (text) => matcher.scanAll(text).length / 3;
  },
  'ours, findAll (objects)': () => (terms) => {
    const matcher = createTermMatcher(terms);
    return (text) => matcher.findAll(text).length;
  },
  'ours, scan (leftmost-longest)': () => (terms) => {
    const matcher = createTermMatcher(terms);
    return (text) => matcher.scan(text).length / 3;
  },
  ahocorasick: () => {
    const Matcher = require('ahocorasick') as new (terms: string[]) => LibraryMatcher;
    return (terms) => {
      const matcher = new Matcher([...terms]);
      return (text) =>
        (matcher.search!(text) as [number, string[]][]).reduce(
          (sum, [, found]) => sum + found.length,
          0,
        );
    };
  },
  '@monyone/aho-corasick': () => buildMonyone('@monyone/aho-corasick'),
  '@monyone/aho-corasick/fast': () => buildMonyone('@monyone/aho-corasick/fast'),
  'modern-ahocorasick': () => buildModern('modern-ahocorasick'),
  'modern-ahocorasick/fast': () => buildModern('modern-ahocorasick/fast'),
};

function buildMonyone(name: string): Build {
  const { AhoCorasick } = require(name) as Library;
  return (terms) => {
    const matcher = new AhoCorasick!([...terms]);
    return (text) => matcher.matchInText!(text).length;
  };
}

function buildModern(name: string): Build {
  const library = require(name) as Library[string] & { default?: Library[string] };
  const Matcher = library.default ?? library;
  return (terms) => {
    const matcher = new Matcher([...terms]);
    return (text) => matcher.search!(text).length;
  };
}

function best(action: () => void, rounds: number): number {
  let shortest = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    action();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

function measure(build: Build, terms: readonly string[], text: string): Record<string, string> {
  const start = performance.now();
  let find = build(terms);
  const firstBuild = performance.now() - start;
  const laterBuild = best(() => {
    find = build(terms);
  }, ROUNDS);
  let found = 0;
  const scan = best(() => {
    found = find(text);
  }, ROUNDS);
  return {
    'first build ms': firstBuild.toFixed(1),
    'later build ms': laterBuild.toFixed(1),
    'M chars/s': (text.length / scan / 1000).toFixed(1),
    found: String(found),
  };
}

function main(): void {
  const terms = makeTerms();
  const text = makeText(terms);
  const sample = text.slice(0, 2000);
  const expected = findAllNaively(terms, sample).flat();
  if (String([...createTermMatcher(terms).scanAll(sample)]) !== String(expected)) {
    throw new Error('The matcher does not find what the naive one finds.');
  }
  console.log(`${terms.length} terms, ${text.length} characters`);
  const rows: Record<string, Record<string, string>> = {};
  for (const [name, load] of Object.entries(builds)) {
    try {
      const length = name.startsWith('modern') ? SLOW_TEXT_LENGTH : TEXT_LENGTH;
      rows[name] = measure(load(), terms, text.slice(0, length));
    } catch (error) {
      rows[name] = {
        'first build ms': `not measured: ${(error as Error).message.split('\n')[0]!}`,
      };
    }
  }
  console.table(rows);
}

main();
