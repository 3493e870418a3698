/**
 * The thread that readIsolated starts: reads what it is told, and answers.
 *
 * @module
 */
import { parentPort } from 'node:worker_threads';
import { ZhengceError } from '../errors';
import type { ReadingAnswer, ReadingTask } from './isolate-reader';
import { readContent } from './read-content';
import type { ReadContent } from './read-result';
import { type ArchiveChain, openChain, readChainMember } from './zip-members';

/** The archive of the last task. */
let kept: ArchiveChain | undefined;

parentPort?.on('message', (task: ReadingTask) => {
  void answerTask(task).then(answer);
});
answer({ kind: 'ready' });

function answer(content: ReadingAnswer): void {
  parentPort?.postMessage(content);
}

async function answerTask(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { kind: 'content', content: await readTask(task) };
  } catch (error) {
    if (error instanceof ZhengceError) {
      const { code, message, details } = error;
      return { kind: 'fault', code, message, details };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'defect', message, isInstallation: isInstallationFault(error) };
  }
}

async function readTask({ bytes, member, context }: ReadingTask): Promise<ReadContent> {
  const chain = kept;
  kept = undefined;
  if (bytes !== undefined && member.length === 0) return readContent(bytes, context);
  const archive = bytes === undefined ? chain : await openChain(bytes, context);
  if (archive === undefined) throw new Error('a document of an archive that is not open');
  const content = await readChainMember(archive, member, context, readContent);
  kept = archive;
  return content;
}

const INSTALLATION_CODES: ReadonlySet<unknown> = new Set([
  'ERR_MODULE_NOT_FOUND',
  'MODULE_NOT_FOUND',
  'ERR_DLOPEN_FAILED',
]);

function isInstallationFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && INSTALLATION_CODES.has(error.code);
}
