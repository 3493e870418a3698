// Which folder of src/ may import what, as a table, and the checker that holds sources against it.
import { posix } from 'node:path';
import ts from 'typescript';

/** A folder of src/ (or a module that stands directly in it) and what it may import. */
interface Allowance {
  readonly values: readonly string[];
  /** May be imported by `import type` in addition. */
  readonly types?: readonly string[];
  /** May use `node:*`, the clock, the process and the console. */
  readonly outside?: boolean;
}

const rank1 = ['errors'] as const;
const rank2 = [...rank1, 'text'] as const;
const rank3 = [...rank2, 'document', 'segment', 'taxonomy'] as const;
const rank4 = [...rank3, 'tag', 'search', 'extract'] as const;
const rank5 = [...rank4, 'align'] as const;
const rank6 = [...rank5, 'report'] as const;

/** The import table: `errors ← text ← document, segment, taxonomy ← tag, search, extract ← align ← report ← cli`. */
export const importTable: Readonly<Record<string, Allowance>> = {
  errors: { values: [] },
  text: { values: rank1 },
  document: { values: rank2 },
  segment: { values: rank2 },
  taxonomy: { values: rank2 },
  tag: { values: rank3 },
  search: { values: rank3 },
  extract: { values: rank3 },
  align: { values: rank4 },
  report: { values: rank5 },
  evaluate: { values: rank2, types: ['taxonomy', 'tag'] },
  read: { values: rank2, outside: true },
  analyzer: { values: rank5 },
  index: { values: [...rank6, 'evaluate', 'analyzer'] },
  cli: { values: [...rank6, 'evaluate', 'analyzer', 'read'], outside: true },
};

/**
 * Node modules that a file of a pure stage may import all the same. The entry `zhengce/nodejieba` loads an optional native package: synchronously, with an error of
 * ours where it is absent, which in both module formats takes `createRequire`.
 */
const nodeExceptions: Readonly<Record<string, readonly string[]>> = {
  'segment/nodejieba.ts': ['node:module'],
};

/** The stages that stand directly in src/ as one module, so that `../errors` is the whole path. */
const singleModules: readonly string[] = ['errors', 'analyzer', 'index'];

const forbiddenGlobals: Readonly<Record<string, string>> = {
  Intl: 'its results change with the ICU of the platform',
  console: 'the library never logs',
  performance: 'no clock',
  process: 'no process outside read/ and cli/',
  Buffer: 'use Uint8Array',
};

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Returns the name of the row of the table to which a path below src/ belongs: `tag/model.ts` → `tag`. */
function ownerOf(path: string): string {
  const slash = path.indexOf('/');
  return slash === -1 ? path.replace(/\.ts$/, '') : path.slice(0, slash);
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const { exportClause } = node;
    if (node.isTypeOnly) return true;
    return (
      exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.every((element) => element.isTypeOnly)
    );
  }
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function readImport(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return undefined;
    return { specifier: moduleSpecifier.text, typeOnly: isTypeOnly(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    return ts.isStringLiteral(literal) ? { specifier: literal.text, typeOnly: true } : undefined;
  }
  if (ts.isCallExpression(node)) {
    const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
    if (node.expression.kind !== ts.SyntaxKind.ImportKeyword && !isRequire) return undefined;
    const [argument] = node.arguments;
    const specifier = argument !== undefined && ts.isStringLiteral(argument) ? argument.text : '?';
    return { specifier, typeOnly: false };
  }
  return undefined;
}

function checkRelative(path: string, target: string, typeOnly: boolean): string | undefined {
  const owner = ownerOf(path);
  if (target.startsWith('../')) {
    const isPackage = target === '../package.json' && owner === 'cli';
    return target.startsWith('../corpus/') || isPackage ? undefined : 'leaves src/';
  }
  const other = ownerOf(target);
  if (other === owner) return undefined;
  const allowance = importTable[owner];
  const allowed =
    (allowance?.values.includes(other) ?? false) ||
    (typeOnly && (allowance?.types?.includes(other) ?? false));
  if (!allowed) return `${owner} may not import ${other}`;
  const isIndex = target === other || target === `${other}/index`;
  if (!isIndex && !singleModules.includes(other)) return `only ${other}/index.ts may be imported`;
  return undefined;
}

function checkImport(path: string, { specifier, typeOnly }: Import): string | undefined {
  const isOutside = importTable[ownerOf(path)]?.outside ?? false;
  if (specifier === '?') return 'expected a literal in import()';
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    const reason = checkRelative(path, target, typeOnly);
    return reason === undefined ? undefined : `imports ${specifier}: ${reason}`;
  }
  const isExcepted = nodeExceptions[path]?.includes(specifier) ?? false;
  if (specifier.startsWith('node:') && !isOutside && !isExcepted) {
    return `imports ${specifier}: only read/ and cli/ use node:*`;
  }
  return undefined;
}

function checkCall(node: ts.CallExpression | ts.NewExpression): string | undefined {
  const callee = node.expression;
  const argumentCount = node.arguments?.length ?? 0;
  if (ts.isIdentifier(callee) && callee.text === 'Date') {
    if (ts.isCallExpression(node) || argumentCount === 0) return 'reads the clock: Date()';
  }
  if (ts.isIdentifier(callee) && callee.text === 'fetch') return 'uses the network: fetch()';
  return undefined;
}

function checkProperty(node: ts.PropertyAccessExpression): string | undefined {
  const name = node.name.text;
  if (name === 'localeCompare' || name.startsWith('toLocale'))
    return `depends on a locale: ${name}`;
  if (!ts.isIdentifier(node.expression)) return undefined;
  const object = node.expression.text;
  if (object === 'Date' && name === 'now') return 'reads the clock: Date.now';
  if (object === 'Math' && name === 'random') return 'is random: Math.random';
  const reason = forbiddenGlobals[object];
  return reason === undefined ? undefined : `uses ${object}.${name}: ${reason}`;
}

function checkPurity(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return checkCall(node);
  if (ts.isPropertyAccessExpression(node)) return checkProperty(node);
  return undefined;
}

function checkSource(path: string, source: string): readonly string[] {
  const owner = ownerOf(path);
  const allowance = importTable[owner];
  if (allowance === undefined) return [`src/${path}: ${owner} has no row in the import table`];
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const faults: string[] = [];
  const report = (node: ts.Node, fault: string | undefined): void => {
    if (fault === undefined) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    faults.push(`src/${path}:${line + 1} ${fault}`);
  };
  const visit = (node: ts.Node): void => {
    const found = readImport(node);
    if (found !== undefined) report(node, checkImport(path, found));
    if (allowance.outside !== true) report(node, checkPurity(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (path === 'index.ts') {
    for (const statement of file.statements) {
      const isReexport = ts.isExportDeclaration(statement) && statement.moduleSpecifier;
      if (!isReexport) report(statement, 'index.ts re-exports and does nothing else');
      else if (!statement.exportClause) report(statement, 'index.ts names what it exports');
    }
  }
  return faults;
}

/**
 * Returns what is wrong with a set of sources, one line a fault (`src/<path>:<line> <fault>`), in the
 * order of the sources.
 *
 * @param sources - TypeScript sources by their path below src/, with `/`.
 */
export function checkImportTable(sources: ReadonlyMap<string, string>): readonly string[] {
  return [...sources].flatMap(([path, source]) => checkSource(path, source));
}
