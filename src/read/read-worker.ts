/**
 * The thread that readIsolated starts: reads what it is told, and answers.
 *
 * @module
 */
import { parentPort } from 'node:worker_threads';
import { ZhengceError } from '../errors';
import type { ReadingAnswer, ReadingTask } from './isolate-reader';
import { readContent } from './read-content';
import { readZipMember } from './zip-members';

parentPort?.on('message', (task: ReadingTask) => {
  void answerTask(task).then((answer) => {
    parentPort?.postMessage(answer);
  });
});

async function answerTask({ bytes, member, context }: ReadingTask): Promise<ReadingAnswer> {
  try {
    const content =
      member.length === 0
        ? await readContent(bytes, context)
        : await readZipMember(bytes, member, context);
    return { kind: 'content', content };
  } catch (error) {
    if (error instanceof ZhengceError) {
      const { code, message, details } = error;
      return { kind: 'fault', code, message, details };
    }
    return { kind: 'defect', message: error instanceof Error ? error.message : String(error) };
  }
}
