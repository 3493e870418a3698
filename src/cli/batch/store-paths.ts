/**
 * The files of an output: the result itself, and what is kept beside it to go on from.
 *
 * @module
 */
import { extname, join } from 'node:path';

/** Where a result store has its files. All but `target` stand in a hidden folder, so that a pattern for results does not meet them. */
export interface StorePaths {
  /** The result, there only when it is whole. */
  readonly target: string;
  readonly folder: string;
  /** Results of the run under way, in the order in which they were made. */
  readonly data: string;
  /** What is in `data`. */
  readonly journal: string;
  /** What is in `target`. */
  readonly manifest: string;
  /** The target and its manifest while they are put together from several runs. */
  readonly assembly: string;
  readonly nextManifest: string;
  /** Of all formats together: the lists beside the results are shared. */
  readonly lock: string;
}

/** The paths of an output by its name in a folder: `tags.jsonl`. */
export function nameStorePaths(out: string, name: string): StorePaths {
  const folder = join(out, '.zhengce');
  const beside = (suffix: string): string => join(folder, `${name}.${suffix}`);
  return {
    target: join(out, name),
    folder,
    data: beside('data'),
    journal: beside('journal'),
    manifest: beside('manifest'),
    assembly: beside('assembly'),
    nextManifest: beside('manifest.next'),
    lock: join(folder, `${name.slice(0, -extname(name).length)}.lock`),
  };
}
