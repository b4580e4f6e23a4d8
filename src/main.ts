/** The command line: finds the command, runs it, and says in one line why it could not. */

import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { InputError, PlatformError } from './errors.ts';

// Cuts the time to the prompt by a quarter from the second start on. Commands load what they need when they run.
enableCompileCache();
// Node's own --env-file-if-exists says on every start that there is none. What the environment has already, wins.
if (existsSync('.env')) process.loadEnvFile();

const database = ['--db <url>', 'file:PATH or mysql://USER:PASSWORD@HOST:PORT/NAME, instead of DATABASE_URL'] as const;
const clock = ['--now <time>', 'a clock that stands still, such as 2026-11-21T12:00 or 2026-11-21T12:00:00Z'] as const;

const program = new Command('purser')
  .description('Keeps your budget in the chats you already use.')
  .version(manifest.version, '-v, --version', 'print the version')
  .exitOverride()
  .helpCommand(false)
  .addHelpText(
    'after',
    examples(
      'purser',
      'purser demo && purser chat',
      'echo "lunch 12.50" | purser chat --json --db file:./try.db',
      'purser chat --help',
    ),
  );

const withChatOptions = (command: Command): Command =>
  command
    .option(...database)
    .option(...clock)
    .option('--user <name>', 'whose ledger it is (default: you)')
    .option('--currency <code>', 'ISO 4217 code, for people who chose none')
    .option('--timezone <name>', 'IANA time zone, for people who chose none')
    .option('--language <code>', 'en, es, de, fr or pt, for people who chose none');

withChatOptions(program.command('serve', { isDefault: true }))
  .description('serve every configured channel; with none, chat in this terminal (this is what npm start runs)')
  .addHelpText('after', examples('purser serve', 'purser serve --db mysql://purser:secret@127.0.0.1:3306/purser'))
  .action(async (options) => (await import('./commands/serve.ts')).serve(options));

withChatOptions(program.command('chat'))
  .description('chat in this terminal; a message a line when input or output is not a terminal')
  .option('--json', 'a JSON object a line out, for scripts; in: plain text, or an object (see below)')
  .addHelpText(
    'after',
    `
Lines of --json, besides plain text:
  {"text":"lunch 12.50"}            also "id", "user", "chat", "replyTo" (the n or id of an earlier line)
  {"press":"undo:019c…"}            press a button of a reply
  {"edit":1,"text":"lunch 15"}      change what line 1 said
${examples('purser chat', 'purser chat --currency USD --timezone America/New_York', 'purser chat --json --now 2026-11-21T12:00 < messages.txt')}`,
  )
  .action(async (options) => (await import('./commands/chat.ts')).chat(options));

program
  .command('migrate')
  .description('bring the database up to this version (every start does it as well)')
  .option(...database)
  .option('--check', 'only look: exit with 0 when the database answers and is up to date')
  .addHelpText('after', examples('purser migrate', 'purser migrate --db file:./data/purser.db'))
  .action(async (options) => (await import('./commands/migrate.ts')).migrateDatabase(options));

program
  .command('sql')
  .description('ask your own ledger with one SELECT, which the database keeps read-only')
  .argument('[query]', 'the SELECT; see the tables in README')
  .option(...database)
  .option(...clock)
  .option('--user <name>', 'whose ledger to ask (default: you)')
  .option('--json', 'print one JSON object')
  .option('--stdin', 'read a JSON string a line, and answer a JSON object a line')
  .addOption(new Option('--unguarded-parser', 'skip the parser, for tests of the database').hideHelp())
  .addHelpText(
    'after',
    examples(
      'purser sql "select category, sum(amount_home) from entries group by category"',
      'purser sql --json "select count(*) from entries"',
    ),
  )
  .action(async (query, options) => (await import('./commands/sql.ts')).runSql(query, options));

program
  .command('queries')
  .description('for administrators: which queries are asked most, how long they take, which fail')
  .option(...database)
  .option(...clock)
  .option('--days <n>', 'how far to look back (default: 30)', count)
  .option('--json', 'print one JSON object')
  .addHelpText('after', examples('purser queries', 'purser queries --days 7 --json'))
  .action(async (options) => (await import('./commands/queries.ts')).showQueries(options));

program
  .command('eval')
  .description('measure how well a model does this job')
  .argument('<file>', 'cases, one JSON object a line')
  .option('--model <name>', 'offline, or the name of a model (default: the connected one, else offline)')
  .option('--json', 'end with one JSON object instead of a table')
  .option('--repeat <k>', 'a case passes when it passes k times', count)
  .option('--parallel <n>', 'cases at a time (default: 4 with a model, 1 offline)', count)
  .addHelpText(
    'after',
    examples('purser eval cases.jsonl --model offline', 'purser eval cases.jsonl --repeat 3 --json'),
  )
  .action(async (file, options) => (await import('./commands/eval.ts')).evaluate(file, options));

program
  .command('demo')
  .description('fill your ledger with a made-up year, for trying things')
  .option(...database)
  .option(...clock)
  .option('--user <name>', 'whose ledger to fill (default: you)')
  .option('--seed <n>', 'another number makes another year (default: 1)', count)
  .option('--force', 'even if the ledger has entries')
  .addHelpText('after', examples('purser demo', 'purser demo --db file:./data/demo.db --seed 7'))
  .action(async (options) => (await import('./commands/demo.ts')).fillWithDemo(options));

program
  .command('rates')
  .description('keep the rates of exchange that the European Central Bank publishes, for everybody')
  .argument('<file>', 'its eurofxref-hist.csv, or - for standard input')
  .option(...database)
  .addHelpText('after', examples('purser rates eurofxref-hist.csv', 'funzip eurofxref-hist.zip | purser rates -'))
  .action(async (file, options) => (await import('./commands/rates.ts')).keepRates(file, options));

try {
  const [name = ''] = process.argv.slice(2);
  // Else commander takes it for an argument of serve.
  if (/^[^-]/.test(name) && !program.commands.some((command) => command.name() === name)) {
    program.error(`error: There is no command "${name}". See purser --help.`);
  }
  await program.parseAsync();
} catch (error) {
  process.exitCode = await explain(error);
}

/** Says what went wrong, unless that is done, and gives the exit code: 1 for a failure, 2 for wrong usage. */
async function explain(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { strikeSecrets } = await import('./log.ts');
  const hint = error instanceof InputError ? ` ${error.hint}` : '';
  const isOurs = error instanceof InputError || error instanceof PlatformError;
  const text = isOurs ? error.message : `This is a bug. ${error instanceof Error ? error.stack : error}`;
  process.stderr.write(`purser: ${strikeSecrets(text)}${hint}`.trimEnd().concat('\n'));
  return error instanceof InputError ? 2 : 1;
}

/** A whole number from 1, left as text for the command. */
function count(text: string): string {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1.');
  return text;
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}
