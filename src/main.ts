/** The command line: finds the command, runs it, and says in one line why it could not. */

import { Command } from 'commander';
import { InputError, PlatformError } from './errors.ts';
import { strikeSecrets } from './log.ts';

const program = new Command('purser')
  .description('Keeps your budget in the chats you already use.')
  .showHelpAfterError();

program
  .command('chat', { isDefault: true })
  .description('a chat in this terminal; line by line when standard input is not a terminal')
  .option('--json', 'answer each line with a JSON object (for scripts)')
  .option('--db <url>', 'file:PATH or mysql://USER:PASSWORD@HOST:PORT/NAME instead of DATABASE_URL')
  .option('--now <time>', 'a fixed clock, ISO 8601')
  .option('--currency <code>', 'ISO 4217 code for people who chose none')
  .option('--timezone <name>', 'IANA time zone for people who chose none')
  .option('--language <code>', 'en, es, de, fr or pt for people who chose none')
  .action(async (options) => (await import('./commands/chat.ts')).chat(options));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof InputError || error instanceof PlatformError)) throw error;
  const hint = error instanceof InputError ? ` ${error.hint}` : '';
  process.stderr.write(strikeSecrets(`purser: ${error.message}${hint}\n`));
  process.exitCode = 1;
}
