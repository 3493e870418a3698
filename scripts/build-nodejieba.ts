// Compiles the nodejieba addon, so that its adapter can be tested. Where that fails, says so and
// exits with 0, unless ZHENGCE_REQUIRE_NODEJIEBA=1 asks for the addon.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function canLoad(): boolean {
  const program = "require('nodejieba').cut('数据要素')";
  return spawnSync(process.execPath, ['-e', program], { stdio: 'ignore' }).status === 0;
}

/** Node's own headers where this installation has them: node-gyp then downloads none. */
function findNodeHeaders(): string | undefined {
  const root = join(dirname(process.execPath), '..');
  return existsSync(join(root, 'include/node/node.h')) ? root : undefined;
}

function compile(): { readonly built: boolean; readonly log: string } {
  const headers = findNodeHeaders();
  const result = spawnSync(
    'npm',
    ['rebuild', 'nodejieba', '--ignore-scripts=false', '--foreground-scripts'],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      timeout: 180_000,
      env: {
        ...process.env,
        // Straight to the compiler: no look at a host for a prebuilt binary.
        npm_config_build_from_source: 'nodejieba',
        ...(headers === undefined ? {} : { npm_config_nodedir: headers }),
      },
    },
  );
  return { built: result.status === 0, log: `${result.stdout}\n${result.stderr}` };
}

function main(): number {
  if (canLoad()) {
    console.log('nodejieba: already built');
    return 0;
  }
  const started = performance.now();
  const { built, log } = compile();
  if (built && canLoad()) {
    console.log(`nodejieba: compiled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return 0;
  }
  const lastLines = log.trim().split('\n').slice(-15).join('\n');
  console.log(`nodejieba: could not be compiled here (needs Python, make and a C++ compiler).`);
  console.log(`Its tests will say so and skip. The end of the log:\n${lastLines}`);
  return process.env['ZHENGCE_REQUIRE_NODEJIEBA'] === '1' ? 1 : 0;
}

process.exitCode = main();
