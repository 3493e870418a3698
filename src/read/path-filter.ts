/**
 * createPathFilter: which paths below a folder are wanted, by include and exclude patterns.
 *
 * @module
 */
import type { Minimatch as Glob, MinimatchOptions } from 'minimatch';
import { describeReceived, ZhengceError } from '../errors';

/** Patterns that choose among the files of a folder. */
export interface PathPatterns {
  /**
   * Only files that one of these matches. Default: all.
   *
   * A pattern is held against the path below the folder (or archive) given, with `/` between its parts on every system; one without `/` against each name on
   * the way. What matches a folder or an archive holds for everything in it; one that ends with `/` matches nothing else. `*` and `?` stand for characters of one name, `**` for any
   * folders, `[ab]` for one character, `{a,b}` for either; a backslash takes a character as it is. Case is ignored, and how accents are stored. A file given itself is
   * always read.
   */
  readonly include?: readonly string[];
  /** No files that one of these matches, whatever `include` says. Default: none. */
  readonly exclude?: readonly string[];
}

/** Decides on paths. */
export interface PathFilter {
  /** Why the path, below the folder given, is not wanted; undefined where it is. Folders are only excluded: what is in them may be included. */
  judge(path: string, kind: 'file' | 'folder' | 'archive'): 'excluded' | 'not-included' | undefined;
}

/** Longest pattern, in UTF-16 code units. Longer ones are no names but mistakes. */
const MAX_PATTERN_LENGTH = 1000;

/** Most patterns that one may stand for by its braces. Raising it raises the time for each path. */
const MAX_BRACES = 1000;

const OPTIONS: MinimatchOptions = {
  dot: true,
  nocase: true,
  // In names of files these are ordinary characters: `!重要.txt`, `#1.txt`, `通知+(1).docx`.
  noext: true,
  nonegate: true,
  nocomment: true,
  // The same pattern means the same on Windows.
  platform: 'linux',
  braceExpandMax: MAX_BRACES,
};

/**
 * The filter of some patterns. Deterministic, the same on every platform; judging takes time in the product of the lengths of path and patterns.
 *
 * @throws ZhengceError `invalid-argument` for a pattern that is empty, too long, absolute or climbs upwards
 */
export async function createPathFilter({
  include,
  exclude = [],
}: PathPatterns): Promise<PathFilter> {
  const includes = include === undefined ? undefined : await compileAll(include, 'include');
  const excludes = await compileAll(exclude, 'exclude');
  return {
    judge: (path, kind) => {
      const steps = listSteps(path, kind !== 'file');
      if (matchesAny(excludes, steps)) return 'excluded';
      if (kind !== 'file' || includes === undefined) return undefined;
      return matchesAny(includes, steps) ? undefined : 'not-included';
    },
  };
}

/** A folder on the way to a path, or the path itself. */
interface Step {
  readonly path: string;
  readonly name: string;
  readonly isFolder: boolean;
}

type Matcher = (step: Step) => boolean;

function listSteps(path: string, isFolder: boolean): readonly Step[] {
  const names = path.split('/');
  return names.map((name, index) => {
    const isLast = index === names.length - 1;
    return { path: names.slice(0, index + 1).join('/'), name, isFolder: isFolder || !isLast };
  });
}

function matchesAny(matchers: readonly Matcher[], steps: readonly Step[]): boolean {
  return matchers.some((matches) => steps.some(matches));
}

async function compileAll(
  patterns: readonly string[],
  option: string,
): Promise<readonly Matcher[]> {
  if (!Array.isArray(patterns)) throw refusePattern('a list of patterns', patterns, option);
  if (patterns.length === 0) return [];
  const { Minimatch } = await import('minimatch');
  return patterns.map((given) => {
    assertPattern(given, option);
    return compile(given, option, Minimatch);
  });
}

function compile(given: string, option: string, Minimatch: typeof Glob): Matcher {
  const onlyFolders = given.endsWith('/');
  const pattern = given.normalize('NFC').replace(/^\.\//, '').replace(/\/$/, '');
  const glob = new Minimatch(pattern, OPTIONS);
  if (glob.set.length >= MAX_BRACES) {
    const expected = `a pattern whose braces stand for fewer than ${String(MAX_BRACES)}`;
    throw refusePattern(expected, given, option);
  }
  const hasSlash = pattern.includes('/');
  return ({ path, name, isFolder }) =>
    (isFolder || !onlyFolders) && glob.match((hasSlash ? path : name).normalize('NFC'));
}

function assertPattern(pattern: unknown, option: string): asserts pattern is string {
  const expected = `a pattern of 1 to ${String(MAX_PATTERN_LENGTH)} characters`;
  if (typeof pattern !== 'string' || pattern === '' || pattern.length > MAX_PATTERN_LENGTH) {
    throw refusePattern(expected, pattern, option);
  }
  if (/^\/|^[A-Za-z]:|^~\/|(?:^|\/)\.\.(?:\/|$)|^\.?\/?$/.test(pattern)) {
    throw refusePattern('a pattern of paths below the folder given', pattern, option);
  }
}

function refusePattern(expected: string, received: unknown, option: string): ZhengceError {
  const message = `listPolicyFiles: expected ${expected}, received ${describeReceived(received)} (options.${option})`;
  return new ZhengceError('invalid-argument', message);
}
