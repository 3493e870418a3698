#!/usr/bin/env node
/**
 * The `zhengce` command: reads the arguments, runs a command, ends with its status.
 *
 * Status 0: done. 1: some inputs failed, or the output could not be written. 2: wrong usage. 130: interrupted.
 *
 * @module
 */
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { ZhengceError } from '../errors';
import { addAlignCommand } from './align-command';
import { addConfigOptions } from './apply-config';
import { addEvaluateCommand } from './evaluate-command';
import { addIndexCommand } from './index-command';
import { addReportCommand } from './report-command';
import { addSearchCommand } from './search-command';
import { guardStreams } from './streams';
import { addTagCommand } from './tag-command';
import { addTaxonomyCommand } from './taxonomy-command';
import { addTrainCommand } from './train-command';

const program: Command = new Command('zhengce')
  .description('Reads, structures, tags and searches Chinese policy documents (政策文件).')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(run `zhengce --help`, or `zhengce COMMAND --help`, for the usage)');
addTagCommand(program);
addIndexCommand(program);
addSearchCommand(program);
addAlignCommand(program);
addReportCommand(program);
addEvaluateCommand(program);
addTrainCommand(program);
addTaxonomyCommand(program);
addConfigOptions(program);
guardStreams();

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportFault(error);
}

function reportFault(error: unknown): number {
  // Commander has printed its message by now.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof ZhengceError)) throw error;
  // A query is shown below the message, with a caret under the place.
  const [message = '', ...shown] = error.message.split('\n');
  process.stderr.write(`${[`zhengce: ${message} [${error.code}]`, ...shown].join('\n')}\n`);
  if (error.code === 'invalid-taxonomy') return 2;
  if (error.code !== 'invalid-argument' && error.code !== 'invalid-query') return 1;
  process.stderr.write('(run `zhengce COMMAND --help` for the usage)\n');
  return 2;
}
