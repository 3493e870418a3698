// Checks the package as a user gets it: packs dist/, bounds its size, installs the tarball into an
// empty folder, imports every entry from ESM and CJS, checks the types, runs the command line.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const megabyte = 1_000_000;

/**
 * Unpacked: room for the taxonomy with its lexicon and for a trained model, in two module systems, and
 * below the 14 MB that @node-rs/jieba takes with its dictionary and one binary, so that zhengce is never
 * the heaviest part of its own installation.
 */
const unpackedCeiling = 12 * megabyte;

/** Packed: JavaScript and lexicons compress about four to one; above this, something else came in. */
const packedCeiling = 3.5 * megabyte;

const entries = ['zhengce', 'zhengce/node', 'zhengce/nodejieba'] as const;

const packReport = z
  .array(
    z.object({
      filename: z.string(),
      size: z.number(),
      unpackedSize: z.number(),
      files: z.array(z.object({ path: z.string(), size: z.number() })),
    }),
  )
  .length(1);

type PackReport = z.infer<typeof packReport>[number];

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / megabyte).toFixed(2)} MB`;
}

function pack(folder: string): PackReport {
  const output = run('npm', ['pack', '--json', '--pack-destination', folder], root);
  const [report] = packReport.parse(JSON.parse(output));
  if (report === undefined) throw new Error('npm pack reported no package');
  return report;
}

function checkSize(report: PackReport): void {
  const heaviest = [...report.files].sort((a, b) => b.size - a.size).slice(0, 8);
  console.log(
    `packed ${formatMegabytes(report.size)} of ${formatMegabytes(packedCeiling)}, ` +
      `unpacked ${formatMegabytes(report.unpackedSize)} of ${formatMegabytes(unpackedCeiling)}, ` +
      `${report.files.length} files; the heaviest:`,
  );
  for (const file of heaviest) console.log(`  ${formatMegabytes(file.size)}  ${file.path}`);
  if (report.size > packedCeiling) throw new Error('the tarball is above its ceiling');
  if (report.unpackedSize > unpackedCeiling) throw new Error('the package is above its ceiling');
}

function checkContents(report: PackReport): void {
  const allowed =
    /^(?:dist\/|corpus\/(?:taxonomy\/|cmaps\/|README\.md$)|package\.json$|config\.schema\.json$|LICENSE$|README(?:\.zh-CN)?\.md$|CHANGELOG\.md$)/;
  const strays = report.files.filter(({ path }) => !allowed.test(path));
  if (strays.length > 0) throw new Error(`not for users: ${strays.map((f) => f.path).join(', ')}`);
  for (const path of ['LICENSE', 'README.md', 'dist/index.d.cts', 'dist/cli/main.js']) {
    if (!report.files.some((file) => file.path === path)) throw new Error(`missing: ${path}`);
  }
}

function install(folder: string, report: PackReport): void {
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n');
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', `./${report.filename}`],
    folder,
  );
}

/** Imports every entry in both module systems: same names, and nothing printed on the way. */
function checkImports(folder: string): void {
  for (const entry of entries) {
    const list = (load: string): string =>
      `Promise.resolve(${load}).then((m) => console.log(Object.keys(m).filter((k) => k !== 'default' && k !== 'module.exports').sort().join(' ')))`;
    const esm = run(
      process.execPath,
      ['--input-type=module', '-e', list(`import('${entry}')`)],
      folder,
    ).trim();
    const cjs = run(
      process.execPath,
      ['--input-type=commonjs', '-e', list(`require('${entry}')`)],
      folder,
    ).trim();
    if (esm === '') throw new Error(`${entry} exports nothing`);
    if (esm !== cjs) throw new Error(`${entry}: ESM exports "${esm}", CJS exports "${cjs}"`);
    console.log(`${entry}: ${esm.split(' ').length} exports from ESM and CJS`);
  }
}

/** Type-checks a consumer in both module systems, the shipped declarations included. */
function checkTypes(folder: string): void {
  const imports = entries.map((entry, i) => `import * as entry${i} from '${entry}';`).join('\n');
  const uses = `export const loaded: readonly object[] = [${entries.map((_, i) => `entry${i}`).join(', ')}];`;
  writeFileSync(join(folder, 'consumer.mts'), `${imports}\n${uses}\n`);
  writeFileSync(join(folder, 'consumer.cts'), `${imports}\n${uses}\n`);
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
  const nodeTypes = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'];
  run(process.execPath, [tsc, ...flags, ...nodeTypes, 'consumer.mts', 'consumer.cts'], folder);
  console.log('types: a consumer compiles as ESM and as CJS, declarations included');
}

function checkCommandLine(folder: string): void {
  const help = run('npx', ['--no-install', 'zhengce', '--help'], folder);
  if (!help.includes('zhengce')) throw new Error(`zhengce --help printed "${help}"`);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const printed = run('npx', ['--no-install', 'zhengce', '--version'], folder).trim();
  if (printed !== version) throw new Error(`zhengce --version printed "${printed}"`);
  console.log(`zhengce --help and --version (${printed}) work from the installed package`);
}

function main(): void {
  statSync(join(root, 'dist/index.js'));
  const folder = mkdtempSync(join(tmpdir(), 'zhengce-package-'));
  try {
    const report = pack(folder);
    checkSize(report);
    checkContents(report);
    install(folder, report);
    checkImports(folder);
    checkTypes(folder);
    checkCommandLine(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
