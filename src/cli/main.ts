#!/usr/bin/env node
/**
 * The `zhengce` command: reads the arguments, runs a command, ends with its status.
 *
 * Status 0: done. 1: some inputs failed. 2: wrong usage. 130: interrupted.
 *
 * @module
 */
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { ZhengceError } from '../errors';
import { addTagCommand } from './tag-command';

const program = new Command('zhengce')
  .description('Reads, structures and tags Chinese policy documents (政策文件).')
  .version(version)
  .exitOverride()
  .configureHelp({ sortSubcommands: true })
  .showHelpAfterError('(run `zhengce --help`, or `zhengce COMMAND --help`, for the usage)');
addTagCommand(program);

// A reader that has enough, such as `head`, closes the pipe: no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportFault(error);
}

function reportFault(error: unknown): number {
  // Commander has printed its message by now.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof ZhengceError)) throw error;
  process.stderr.write(`zhengce: ${error.message} [${error.code}]\n`);
  return error.code === 'invalid-argument' || error.code === 'invalid-taxonomy' ? 2 : 1;
}
