/** All that is known when a turn begins, and how it ends: what every kind of message needs. */

import { goOn, heldBack } from '../alerts/pause.ts';
import type { Asker } from '../domain/asker.ts';
import { readLanguage } from '../offline/read-language.ts';
import type { Tx } from '../store/database.ts';
import { postReply } from '../store/outbox.ts';
import { isAccountOf } from '../store/people.ts';
import { finishTurn, holdTurn, type Lease, type TurnRow } from '../store/turns.ts';
import { addModelCall, type ModelCall } from '../store/usage.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { Words } from '../wording/words.ts';
import { wordsFor } from '../wording/words-for.ts';
import { canAnswer } from './answer-unasked.ts';
import { entriesMeant } from './entries-meant.ts';
import type { House } from './house.ts';
import { type InboundMessage, isEmpty, type Reply, spokenText } from './message.ts';
import { whoAsks } from './who-asks.ts';

export interface Scene {
  readonly house: House;
  readonly turn: TurnRow;
  readonly message: InboundMessage;
  /** What the person wrote, without what no database or screen takes. */
  readonly text: string;
  readonly asker: Asker;
  readonly words: Words;
  /** Entries that the message corrects. */
  readonly correcting: readonly string[];
  readonly editing: boolean;
  /** Runs work in a transaction that holds the turn: it fails when another worker has taken the turn over. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  contextFor(tx: Tx): ToolContext;
  /** The last transaction of a turn: its reply, made within it, is committed with the end of the turn. */
  commit(work: CommitWork, calls?: readonly ModelCall[]): Promise<Reply>;
}

/** Makes the reply; `become` says that the turn is another person's from now on. */
export type CommitWork = (tx: Tx, become: (personId: string) => void) => Promise<Reply>;

/** The account was linked to another person while its message was being read: the turn has to begin anew. */
export class SpeakerChanged extends Error {
  constructor() {
    super('the account became another person’s during its turn');
    this.name = 'SpeakerChanged';
  }
}

export async function setScene(house: House, turn: TurnRow, lease: () => Lease): Promise<Scene> {
  const { client } = house.database;
  const message = JSON.parse(turn.message) as InboundMessage;
  const hold = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    house.database.transaction(async (tx) => {
      await holdTurn(tx, turn.id, lease());
      return await work(tx);
    });
  const { person, asker, isNew, isPrivate } = await whoAsks(house, message, turn.id, hold);
  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    hold(async (tx) => {
      if (!(await isAccountOf(tx, message.platform, message.sender, person.id))) throw new SpeakerChanged();
      return await work(tx);
    });
  const text = tidyText(spokenText(message.content));
  const words = wordsFor(asker.preferences.language ?? readLanguage(text, house.defaults.language));
  const isGroup = message.group !== undefined && !isPrivate;
  const [meant, held] = await Promise.all([
    entriesMeant(client, asker, message.content),
    heldBack(client, isGroup ? asker.ledgerId : asker.personId),
  ]);
  const editing = message.content.kind === 'edit' && meant.ids.length > 0;
  const at = new Date(asker.now.epochMilliseconds);
  return {
    house,
    turn,
    message,
    text,
    asker,
    words,
    correcting: meant.ids,
    editing,
    transaction,
    contextFor: (tx) => ({
      db: tx,
      // What an edited message records belongs to that message, however often it is edited.
      asker: editing ? { ...asker, turnId: meant.turnId } : asker,
      words,
      spokenText: text,
      correcting: meant.ids,
      editing,
      ...(house.sendsMail ? { mail: { randomInt: house.randomInt } } : {}),
      canAnswer: (question) => canAnswer(house, tx, asker, question),
    }),
    commit: (work, calls = []) =>
      transaction(async (tx) => {
        let personId = person.id;
        const answer = await work(tx, (id) => {
          personId = id;
        });
        const reply = complete(await afterPause(tx, answer));
        for (const call of calls) await addModelCall(tx, call, at);
        await finishTurn(tx, turn.id, personId, JSON.stringify(reply), at);
        if (!isEmpty(reply)) {
          await postReply(tx, turn.conversation, turn.id, at, isPrivate ? 'asker' : null);
        }
        return reply;
      }),
  };

  /** The answer, with what was held back from them meanwhile. */
  async function afterPause(tx: Tx, answer: Reply): Promise<Reply> {
    if (!held || isEmpty(answer)) return answer;
    const told = await goOn(tx, held, { words, asker }, { conversation: turn.conversation, isGroup });
    return told === null ? answer : { ...answer, text: [answer.text, told].filter(Boolean).join('\n') };
  }

  function complete(reply: Reply): Reply {
    // Buttons under a private answer would be pressed in the group, and act on the group's ledger.
    const { buttons, ...rest } = reply;
    const { currency, timezone } = asker.preferences;
    // In a group it would be told to people whom it does not concern.
    const card = isNew && message.profile && !message.group ? `\n\n${words.welcome(currency, timezone)}` : '';
    return { ...rest, text: reply.text + card, buttons: isPrivate ? [] : buttons };
  }
}

/** The message without control characters and halves of characters. */
function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
