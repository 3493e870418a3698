/**
 * A thread of the pool: makes its analyzer once, and tags the files that it is given.
 *
 * @module
 */
import { workerData } from 'piscina';
import { type TagOutcome, type TagTask, tagFile } from './tag-file';
import { createSetupAnalyzer, type TagSetup } from './tag-setup';

const setup = workerData as TagSetup;
// A thread that cannot have its analyzer does not start.
const analyzer = await createSetupAnalyzer(setup);

/** What has become of a file. */
export function tagTask(task: TagTask): Promise<TagOutcome> {
  return tagFile(() => Promise.resolve(analyzer), setup.format, task);
}
