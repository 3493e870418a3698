// The `@example`s of doc comments whose last line says what comes out: `expression // => value`.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** An example of a source file. */
export interface DocExample {
  /** `align/measures.ts:12`. */
  readonly place: string;
  /** Of the file. */
  readonly path: string;
  /** JavaScript that returns what the expression gives. */
  readonly body: string;
  /** A JavaScript expression. */
  readonly expected: string;
}

/** The examples of all files below a folder, in the order of paths and lines. */
export function listDocExamples(folder: string): readonly DocExample[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .flatMap((path) => readExamples(join(folder, path), folder));
}

function readExamples(path: string, folder: string): readonly DocExample[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, at): DocExample[] => {
    if (line.trim() !== '* @example') return [];
    const below = lines.slice(at + 1);
    const end = below.findIndex((other) => /^ *\*(?:\/| @)/.test(other));
    const text = below.slice(0, end).map((other) => other.replace(/^ *\* ?/, ''));
    const [code = '', expected] = text.join('\n').split('// =>');
    if (expected === undefined) return [];
    const place = `${relative(folder, path)}:${at + 1}`;
    return [{ place, path, body: createBody(code), expected: expected.trim() }];
  });
}

/** The statements, the last of them returned. */
function createBody(code: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022);
  const last = file.statements.at(-1);
  const at = last?.getStart(file) ?? 0;
  const body = `async () => { ${code.slice(0, at)} return ${code.slice(at)} }`;
  const { outputText } = ts.transpileModule(body, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return outputText.trim().replace(/;$/, '');
}
