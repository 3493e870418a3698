// `npm test`: every check in turn, the quick ones first; stops at the first that fails.
import { spawnSync } from 'node:child_process';

const steps: readonly (readonly [script: string, purpose: string])[] = [
  ['format:check', 'the format of every file'],
  ['typecheck', 'types, and what the type tests assert'],
  ['lint', 'lint rules and the safety of regular expressions'],
  ['knip', 'unused files, exports and dependencies'],
  ['build:nodejieba', 'the optional segmenter, compiled if this machine can'],
  ['test:unit', 'unit, property, golden and integration tests'],
  ['test:package', 'the package as a user installs it'],
];

function formatSeconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function runStep(script: string): number {
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

function main(): number {
  const started = performance.now();
  for (const [index, [script, purpose]] of steps.entries()) {
    console.log(`\n=== ${index + 1}/${steps.length} ${script}: ${purpose}`);
    const stepStarted = performance.now();
    const status = runStep(script);
    if (status !== 0) {
      console.error(`\nFAILED: npm run ${script} (exit status ${status})`);
      return status;
    }
    console.log(`--- ${script}: ${formatSeconds(stepStarted)}`);
  }
  console.log(`\nAll ${steps.length} steps passed in ${formatSeconds(started)}`);
  return 0;
}

process.exitCode = main();
