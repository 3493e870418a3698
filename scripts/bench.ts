// `npm run bench [NAME...]`: runs bench/*.ts one after another, each in a process of its own, so that
// memory and load times are its own. A bench asserts its result before it times it.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../bench');

function selectBenches(names: readonly string[]): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
}

function main(names: readonly string[]): number {
  const files = selectBenches(names);
  if (files.length === 0) {
    console.error(`bench: expected the name of a file in bench/, received "${names.join(' ')}"`);
    return 2;
  }
  let failures = 0;
  for (const file of files) {
    console.log(`\n=== bench/${file}`);
    const { status } = spawnSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', join(folder, file)],
      { stdio: 'inherit' },
    );
    if (status !== 0) failures += 1;
  }
  return failures === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
