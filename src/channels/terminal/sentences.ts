/** What the terminal says by itself. Answers to messages are worded elsewhere, in the person's language. */

export interface GreetingFacts {
  /** The connected model's name; null when Purser works offline. */
  readonly model: string | null;
  readonly currency: string;
  readonly timezone: string;
}

export function greeting({ model, currency, timezone }: GreetingFacts): string {
  const mind =
    model === null
      ? 'It works offline: no language model is connected (set OPENAI_API_KEY to connect one).'
      : `The language model ${model} is connected.`;
  return [
    `Purser keeps your budget in this chat. ${mind}`,
    `Amounts are in ${currency} and days are those of ${timezone}, unless you write “use USD” or “my time zone is Asia/Tokyo”.`,
    'It tells you when a budget runs out or something looks odd; “alerts” shows and changes that.',
    'Try “lunch 12.50, taxi 8 yesterday” or “how am I doing this month?”. To leave, write quit or press Ctrl-D.',
  ].join('\n');
}

export const help = [
  'Write what you spent or what you would like to know; “help” tells you more.',
  '/1, /2 or /undo    press a button of the latest answer',
  '/edit new text     change your last message',
  '/quit              leave (also quit, exit, Ctrl-D)',
].join('\n');

export const prompt = '› ';
export const thinking = 'thinking…';
export const quitHint = 'Press Ctrl-C again to leave, or go on writing.';
export const finishing = 'Press Ctrl-C again to leave once this message is answered.';
export const whileYouWereAway = 'While you were away:';
export const noEarlierMessage = 'There is no message of this session to edit yet.';
export const emptyEdit = 'Write the new text after /edit, such as “/edit lunch 15”.';
export const failed =
  'Something went wrong on this side, and there is no answer to that message. Please send it again.';

export function olderReplies(count: number): string {
  return `… and ${count} older ${count === 1 ? 'answer' : 'answers'} before that. Write “list” to see what is recorded.`;
}

export function chartFile(path: string): string {
  return `Chart: ${path}`;
}

export function file(path: string): string {
  return `File: ${path}`;
}

/** `buttons` are the ones that could have been meant, as "/1 Undo". */
export function unknownCommand(command: string, buttons: readonly string[]): string {
  const known = [...buttons, '/edit', '/help', '/quit'].join(', ');
  return `There is no ${command.slice(0, 40)} here. You can write ${known}, or your message without a slash.`;
}

/** What is going on while a tool works. */
export function working(tool: string): string {
  return work[tool] ?? `${tool.replaceAll('_', ' ')}…`;
}

const work: Readonly<Record<string, string>> = {
  record_entries: 'recording…',
  update_entry: 'correcting…',
  delete_entries: 'looking for what to delete…',
  undo: 'undoing…',
  redo: 'doing it again…',
  list_entries: 'looking up entries…',
  spending_summary: 'adding up…',
  set_budget: 'setting the budget…',
  remove_budget: 'removing the budget…',
  budget_status: 'looking at the budgets…',
  manage_category: 'sorting categories…',
  export_entries: 'writing the file…',
  set_preferences: 'changing your settings…',
};
