// How src/ becomes dist/: three library entries as ESM and CJS with types, and the command line as ESM.
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

const libraryEntries: Record<string, string> = {
  index: 'src/index.ts',
  node: 'src/read/index.ts',
  nodejieba: 'src/segment/nodejieba.ts',
};

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

/** Takes the data of corpus/ along as JSON to be parsed: an importing process does that faster than it compiles the same as JavaScript. */
const parseJson: EsbuildPlugin = {
  name: 'parse-json',
  setup(build) {
    build.onLoad({ filter: /[\\/]corpus[\\/].*\.json$/ }, async ({ path }) => {
      const json = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(json)});`, loader: 'js' };
    });
  },
};

const shared: Options = {
  esbuildPlugins: [parseJson],
  // Some hundred modules of theirs, opened one by one, would be a sixth of the time until the first passage is tagged (docs/decisions/performance.md).
  noExternal: ['zod', 'yaml'],
  esbuildOptions: (options) => {
    // Chinese as it is, three bytes a character, not escaped to six.
    options.charset = 'utf8';
    // The build of ES modules, of which only what is used comes along.
    options.alias = { yaml: './node_modules/yaml/browser/index.js' };
  },
  target: 'es2022',
  platform: 'node',
  // In both formats: all entries then share one ZhengceError class (instanceof holds across them),
  // and what is imported lazily stays in a chunk of its own.
  splitting: true,
  treeshake: false,
  sourcemap: false,
  minify: false,
  // import.meta in the CommonJS output of the nodejieba entry.
  shims: true,
  clean: false,
  dts: { entry: libraryEntries },
};

/** What is bundled rather than installed, with the licences that have to go with it. */
const bundledLicences: readonly (readonly [from: string, to: string])[] = [
  ['echarts/LICENSE', 'echarts-LICENSE.txt'],
  ['echarts/NOTICE', 'echarts-NOTICE.txt'],
  ['zrender/LICENSE', 'zrender-LICENSE.txt'],
  ['yaml/LICENSE', 'yaml-LICENSE.txt'],
  ['zod/LICENSE', 'zod-LICENSE.txt'],
];

async function copyLicences(): Promise<void> {
  await mkdir('dist/third-party', { recursive: true });
  for (const [from, to] of bundledLicences)
    await copyFile(`node_modules/${from}`, `dist/third-party/${to}`);
}

const configs: ReturnType<typeof defineConfig> = defineConfig([
  {
    ...shared,
    format: 'esm',
    entry: {
      ...libraryEntries,
      'cli/main': 'src/cli/main.ts',
      // The thread that untrusted formats are read in, whichever module system asks for it.
      'read-worker': 'src/read/read-worker.ts',
      // The threads of `zhengce tag`.
      'tag-worker': 'src/cli/batch/tag-worker.ts',
    },
  },
  { ...shared, format: 'cjs', entry: libraryEntries, onSuccess: copyLicences },
]);

export default configs;
