/** One turn: a message that the inbox holds becomes effects and a reply, exactly once. */

import type { Temporal } from 'temporal-polyfill';
import type { Asker } from '../domain/asker.ts';
import { defaultCategories } from '../domain/default-categories.ts';
import { describeEntries } from '../domain/entries.ts';
import { foldText } from '../domain/fold.ts';
import { preferencesOf } from '../domain/preferences.ts';
import type { Language } from '../language.ts';
import type { Model, ModelContext, TokenUsage } from '../models/model.ts';
import { costMicros } from '../models/prices.ts';
import { readConsent } from '../offline/consent.ts';
import { readLanguage } from '../offline/read-language.ts';
import { dayAt } from '../period.ts';
import { listCategories } from '../store/categories.ts';
import { recordsChangedBy } from '../store/changes.ts';
import type { Tx } from '../store/database.ts';
import { entriesById } from '../store/entries.ts';
import { postReply } from '../store/outbox.ts';
import { createPerson, findPerson, type PersonRow, personalLedger } from '../store/people.ts';
import { pendingProposals } from '../store/proposals.ts';
import { findTurnByKey, finishTurn, holdTurn, type Lease, stepsOf, type TurnRow } from '../store/turns.ts';
import { addModelCall, costSince, type ModelCall } from '../store/usage.ts';
import { allTools } from '../tools/all.ts';
import { type ToolContext, toSpec } from '../tools/tool.ts';
import { wordsFor } from '../wording/words.ts';
import { cancel, confirm, consentButtons } from './consent.ts';
import { historyOf } from './history.ts';
import type { House } from './house.ts';
import { MAX_MESSAGE_LENGTH } from './limits.ts';
import { type InboundMessage, plainReply, type Reply, spokenText } from './message.ts';
import { phrase } from './phrase.ts';
import { press } from './press.ts';
import { replyOf, rowsButton } from './reply.ts';
import { runRounds, type UsageListener } from './rounds.ts';
import type { Step } from './step.ts';

const toolSpecs = allTools.map(toSpec);

/**
 * Runs a turn that this worker holds and commits its reply, or takes it up where a worker that died left it.
 * Throws LeaseLost when another worker has it, and PlatformError when the database is away; nothing is half done then.
 */
export async function runTurn(house: House, turn: TurnRow, lease: () => Lease): Promise<Reply> {
  const { client } = house.database;
  const message = JSON.parse(turn.message) as InboundMessage;
  const now = house.clock.now();
  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    house.database.transaction(async (tx) => {
      await holdTurn(tx, turn.id, lease());
      return await work(tx);
    });

  const person =
    (await findPerson(client, message.platform, message.sender)) ??
    (await transaction((tx) => welcome(tx, message, now)));
  const asker = await askerOf(house, person, turn.id, now);
  const calls: ModelCall[] = [];
  const finish = async (tx: Tx, reply: Reply): Promise<Reply> => {
    const at = new Date(now.epochMilliseconds);
    for (const call of calls) await addModelCall(tx, call, at);
    await finishTurn(tx, turn.id, person.id, JSON.stringify(reply), at);
    await postReply(tx, turn.conversation, turn.id, at);
    return reply;
  };

  const { content } = message;
  const text = tidyText(spokenText(content));
  const language = asker.preferences.language ?? readLanguage(text, house.defaults.language);
  const correcting = await entriesMeant(client, asker, content);
  const editing = content.kind === 'edit' && correcting.ids.length > 0;
  const contextFor = (tx: Tx): ToolContext => ({
    db: tx,
    // What an edited message records belongs to that message, however often it is edited.
    asker: editing ? { ...asker, turnId: correcting.turnId } : asker,
    words: wordsFor(language),
    spokenText: text,
    correcting: correcting.ids,
    editing,
  });

  if (content.kind === 'press') {
    return await transaction(async (tx) => finish(tx, await press(contextFor(tx), content.button, turn.conversation)));
  }
  const words = wordsFor(language);
  if (text === '') return await transaction((tx) => finish(tx, plainReply(words.emptyMessage)));
  if (text.length > MAX_MESSAGE_LENGTH) {
    const limit = new Intl.NumberFormat(words.locale).format(MAX_MESSAGE_LENGTH);
    return await transaction((tx) => finish(tx, plainReply(words.tooLong(limit))));
  }
  const consent = readConsent(text);
  if (consent && (await pendingProposals(client, turn.conversation, person.id)).length > 0) {
    return await transaction(async (tx) => {
      const proposals = await pendingProposals(tx, turn.conversation, person.id);
      return await finish(tx, await (consent === 'yes' ? confirm : cancel)(contextFor(tx), proposals));
    });
  }

  const request = {
    context: await modelContext(house, asker, correcting.ids, editing),
    tools: toolSpecs,
  };
  const steps = ((await stepsOf(client, [turn.id])).get(turn.id) ?? []).map((step) => JSON.parse(step) as Step);
  const { model, costReached } = await chooseModel(house, person.id, now);
  const onUsage: UsageListener = (used, usage, milliseconds) =>
    calls.push(callOf(house, { personId: person.id, turnId: turn.id }, used, usage, milliseconds));
  const output = await runRounds({
    turnId: turn.id,
    conversation: turn.conversation,
    asker,
    text,
    request,
    messages: [...(await historyOf(client, turn.conversation, person.id, turn.id)), { role: 'user', text }],
    steps,
    offline: house.offline,
    model,
    transaction,
    contextFor,
    stopwatch: house.clock.leaseTime,
    onUsage,
    onProgress: (tool) => house.onProgress?.(turn.conversation, tool),
  });
  const phrased = await phrase(output, {
    ...request,
    spoken: text,
    words,
    offline: house.offline,
    onUsage,
    stopwatch: house.clock.leaseTime,
  });
  const notes = [
    ...(output.ending === 'cap' ? [words.stoppedEarly] : []),
    ...(output.fellBack || output.ending === 'model-away' ? [words.modelAway] : []),
    ...(costReached ? [words.costReached] : []),
  ];
  return await transaction((tx) => {
    const context = contextFor(tx);
    const reply = replyOf(context, output.results, output.model.name);
    const isProposing = output.results.some((result) => result.proposed);
    return finish(tx, {
      ...reply,
      text: [phrased, ...(isProposing ? [words.confirmHint] : []), ...notes].filter(Boolean).join('\n'),
      buttons: [
        ...(isProposing ? consentButtons(context, turn.id) : []),
        ...reply.buttons,
        ...(reply.rows ? [rowsButton(context, turn.id)] : []),
      ],
    });
  });
}

/** An apology for a turn that keeps failing, so that its conversation goes on. */
export async function giveUpTurn(house: House, turn: TurnRow, lease: Lease): Promise<Reply> {
  const message = JSON.parse(turn.message) as InboundMessage;
  const at = new Date(house.clock.now().epochMilliseconds);
  return await house.database.transaction(async (tx) => {
    await holdTurn(tx, turn.id, lease);
    const steps = (await stepsOf(tx, [turn.id])).get(turn.id) ?? [];
    const person = await findPerson(tx, message.platform, message.sender);
    const words = wordsFor((person?.language as Language | null) ?? house.defaults.language);
    const done = steps.flatMap((step) => (JSON.parse(step) as Step).results);
    // What earlier steps did stands, so it is told.
    const told = done.flatMap(({ content }) => ('said' in content ? [content.said] : [])).join('\n');
    const reply = plainReply(told || words.failed);
    await finishTurn(tx, turn.id, person?.id ?? null, JSON.stringify(reply), at);
    await postReply(tx, turn.conversation, turn.id, at);
    return reply;
  });
}

async function welcome(tx: Tx, message: InboundMessage, now: Temporal.Instant): Promise<PersonRow> {
  // Two first messages at once: the second finds the person that the first has made.
  const known = await findPerson(tx, message.platform, message.sender);
  const categories = defaultCategories.map((each) => ({ ...each, nameKey: foldText(each.name) }));
  return (
    known ?? (await createPerson(tx, message.platform, message.sender, categories, new Date(now.epochMilliseconds)))
  );
}

async function askerOf(house: House, person: PersonRow, turnId: string, now: Temporal.Instant): Promise<Asker> {
  const preferences = preferencesOf(person, house.defaults);
  return {
    personId: person.id,
    ...(await personalLedger(house.database.client, person.id)),
    preferences,
    now,
    today: dayAt(now, preferences.timezone),
    turnId,
  };
}

/** The entries that a message is about: those that the message which it edits, or answers, recorded or changed. */
async function entriesMeant(
  db: Tx,
  asker: Asker,
  content: InboundMessage['content'],
): Promise<{ ids: string[]; turnId: string | null }> {
  const key = content.kind === 'edit' ? content.edits : content.kind === 'message' ? content.replyTo : undefined;
  const turn = key === undefined ? null : await findTurnByKey(db, key);
  if (!turn || turn.personId !== asker.personId) return { ids: [], turnId: null };
  const touched = await recordsChangedBy(db, asker.ledgerId, turn.id, 'entry');
  const standing = await entriesById(db, asker.ledgerId, touched);
  return { ids: standing.map((entry) => entry.id), turnId: turn.id };
}

async function modelContext(
  house: House,
  asker: Asker,
  correcting: readonly string[],
  editing: boolean,
): Promise<ModelContext> {
  const { client } = house.database;
  const { preferences } = asker;
  const categories = await listCategories(client, asker.ledgerId);
  return {
    today: asker.today,
    timezone: preferences.timezone,
    currency: preferences.currency,
    language: preferences.language,
    defaultLanguage: house.defaults.language,
    firstDayOfWeek: preferences.firstDayOfWeek,
    categories: categories.map(({ name, kind }) => ({ name, kind })),
    correcting: await describeEntries(client, asker, correcting),
    editing,
  };
}

async function chooseModel(
  house: House,
  personId: string,
  now: Temporal.Instant,
): Promise<{ model: Model; costReached: boolean }> {
  const { connected, offline } = house;
  if (!connected) return { model: offline, costReached: false };
  if (connected.monthlyLimitMicros === null) return { model: connected.model, costReached: false };
  const month = now.toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
  const spent = await costSince(house.database.client, personId, new Date(month.epochMilliseconds));
  const costReached = spent >= connected.monthlyLimitMicros;
  return { model: costReached ? offline : connected.model, costReached };
}

function callOf(
  house: House,
  owner: { personId: string; turnId: string },
  model: Model,
  usage: TokenUsage,
  milliseconds: number,
): ModelCall {
  const prices = house.connected?.prices;
  return {
    ...owner,
    model: model.name,
    ...usage,
    milliseconds: Math.round(milliseconds),
    costMicros: prices ? costMicros(usage, prices) : null,
  };
}

/** The message without what no database or screen takes: control characters, halves of characters. */
function tidyText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
