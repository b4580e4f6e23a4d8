/** One process that reads a SQLite file: started, asked, ended. */

import { type ChildProcess, fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlatformError } from '../../errors.ts';
import type { Answer, Greeting, Question, Reply } from './sqlite-messages.ts';
import { tooLarge, tooSlow } from './sqlite-refusals.ts';

export interface ReaderProcess {
  readonly pid: number;
  /** False when it is gone or should not be asked again. */
  isFit(): boolean;
  /** One question at a time. A process that does not answer in time is ended, and QueryRefused thrown. */
  ask(question: Question): Promise<Answer>;
  end(): Promise<void>;
}

const startLimit = 15_000;
/** For an answer to arrive that was found just in time. */
const grace = 250;

/** Starts a process on an absolute path. Throws PlatformError when it can't read the file. */
export async function startReaderProcess(file: string): Promise<ReaderProcess> {
  const child = fork(program, [file], {
    // Nothing of our environment, where the tokens are; no network, no processes, no files to write.
    env: {},
    cwd: parse(process.execPath).root,
    execArgv: [
      '--permission',
      '--allow-worker',
      ...[`${source}/`, `${packages}/`, `${root}/node_modules/`, `${root}/package.json`, `${dirname(file)}/`].map(
        (path) => `--allow-fs-read=${path}`,
      ),
      '--max-old-space-size=64',
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let isGone = false;
  let wasLast = false;
  void gone.then(() => {
    isGone = true;
  });

  const end = async () => {
    hold(child); // until it is gone
    child.kill('SIGKILL'); // it holds nothing that would have to be put away
    await gone;
  };

  const greeting = await hear<Greeting>(child, gone, startLimit);
  if (greeting === 'gone' || greeting === 'late' || !greeting.isReady) {
    await end();
    const reason = typeof greeting === 'object' && !greeting.isReady ? greeting.reason : 'its process did not start';
    throw new PlatformError('The database file can’t be opened for queries.', {
      cause: new Error(`${file}: ${reason}`),
    });
  }
  release(child);

  return {
    pid: child.pid ?? 0,
    isFit: () => !isGone && !wasLast,
    end,
    async ask(question) {
      hold(child);
      try {
        const reply = hear<Reply>(child, gone, question.limits.milliseconds + grace);
        child.send(question, () => {}); // when it can't be sent, the process is gone, which `hear` says
        const heard = await reply;
        if (heard === 'late') {
          await end();
          throw tooSlow(question.limits.milliseconds);
        }
        // What ends it but for us is its watch over the memory, or Node's own limit.
        if (heard === 'gone') throw tooLarge();
        wasLast = heard.isLast;
        return heard;
      } finally {
        release(child);
      }
    },
  };
}

const program = fileURLToPath(new URL('./reader-sqlite-child.ts', import.meta.url));
const source = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const root = dirname(source);
/** Where the packages really are: the folder may be a link. */
const packages = realpathSync(`${root}/node_modules`);

/** The child's next message. */
function hear<T>(child: ChildProcess, gone: Promise<void>, milliseconds: number): Promise<T | 'gone' | 'late'> {
  return new Promise((resolve) => {
    const late = setTimeout(() => settle('late'), milliseconds);
    const settle = (heard: T | 'gone' | 'late') => {
      clearTimeout(late);
      child.off('message', settle);
      resolve(heard);
    };
    child.once('message', settle);
    void gone.then(() => settle('gone'));
  });
}

/** An idle child does not keep this process alive; one that is asked does. */
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
