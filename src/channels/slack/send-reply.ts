/** Sends a reply part by part: words and buttons first, then charts, then files. */

import type { webApi } from '@slack/bolt';
import type { PlatformError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type Delivery, DeliveryError } from '../channel.ts';
import type { Directory } from './directory.ts';
import { type Earlier, findEarlier, nothingEarlier, type Target, WORKING } from './earlier-sent.ts';
import { breakOf, deliveryErrorOf } from './failures.ts';
import { messagesOf, type SlackText } from './message-blocks.ts';
import { isDirect, messageKey, readAddress, type SlackAddress } from './place.ts';
import { Recent } from './recent.ts';
import { share, type Upload, uploadOfChart, uploadOfFile } from './send-files.ts';
import { type Placed, postText, replaceSign, type WhisperOptions, whisper } from './send-text.ts';
import type { WorkingSigns } from './working-signs.ts';

export interface SenderOptions extends WhisperOptions {
  readonly client: webApi.WebClient;
  readonly directory: Directory;
  readonly signs: WorkingSigns;
  readonly team: string;
  readonly log: Log;
  /** Seconds since the epoch by our own clock: what an earlier process took in may have been answered by it. */
  readonly startedAt: number;
  onBroken(why: PlatformError): void;
}

/** What answers nothing is known by its own name, and what the earlier message was sent through is not its. */
function addressOf({ address, note }: Delivery): SlackAddress {
  const known = readAddress(address);
  return note ? { ...known, answers: `${known.answers}:${note}`, responseUrl: null } : known;
}

interface Part {
  readonly name: string;
  /** What the part is known by where it stands already. */
  find(earlier: Earlier): Promise<string | undefined>;
  /** Sends it; what it is known by. */
  send(target: Target, earlier: Earlier): Promise<Placed>;
}

/** Sends deliveries; throws DeliveryErrors. */
export function createSender(options: SenderOptions): (delivery: Delivery) => Promise<void> {
  const { client, directory, signs, team, log, startedAt } = options;
  /** Answers of which some part may have been sent. */
  const doubtful = new Recent<string, true>(2_000);

  async function send(delivery: Delivery): Promise<void> {
    const address = addressOf(delivery);
    const isWhispered = address.isOthers || (delivery.audience === 'asker' && !isDirect(address.channel));
    const messages = messagesOf(delivery.reply);
    const sign = await signs.settle(address);
    if (sign && (isWhispered || messages.length === 0)) await removeSign(address, sign);
    const here: Target = { channel: address.channel, thread: address.thread };
    const words = isWhispered ? whispers(messages, address) : wordParts(messages, address, sign);
    await sendParts(words, delivery, address, async () => here, !isWhispered);
    // Nothing but words can be shown to one person alone, so their pictures and files go to them directly.
    const aside = async () => ({ channel: await directory.directChannel(address.user), thread: null });
    await sendParts(fileParts(delivery, address), delivery, address, isWhispered ? aside : async () => here, true);
    signs.forget(address);
    doubtful.delete(address.answers);
    if (address.thread && !isDirect(address.channel)) directory.join(address.channel, address.thread);
  }

  async function sendParts(
    parts: readonly Part[],
    delivery: Delivery,
    address: SlackAddress,
    where: () => Promise<Target>,
    canLookUp: boolean,
  ): Promise<void> {
    const left = parts.filter((part) => !delivery.sent.includes(part.name));
    if (left.length === 0) return;
    const target = await where();
    const isDoubtful = canLookUp && (doubtful.get(address.answers) || address.takenInAt < startedAt);
    const earlier = isDoubtful ? await lookUp(target, address) : nothingEarlier;
    for (const part of left) {
      const ts = await part.find(earlier);
      const at = ts === undefined ? await attempt(part, target, earlier, address, canLookUp) : { ...target, ts };
      await delivery.onSent(part.name, messageKey(team, at.channel, at.ts));
    }
  }

  /** Where nobody knows whether Slack has the part, Slack is asked, now or before the next try. */
  async function attempt(
    part: Part,
    target: Target,
    earlier: Earlier,
    address: SlackAddress,
    canLookUp: boolean,
  ): Promise<Placed> {
    try {
      return await part.send(target, earlier);
    } catch (error) {
      const failure = deliveryErrorOf(error);
      if (failure.outcome !== 'unsure') throw error;
      doubtful.set(address.answers, true);
      // What one person alone sees can't be looked up; once more is better than never.
      const ts = canLookUp ? await part.find(await lookUp(target, address)) : undefined;
      if (ts === undefined) throw new DeliveryError(failure.message, 'later');
      return { ...target, ts };
    }
  }

  async function lookUp(target: Target, address: SlackAddress): Promise<Earlier> {
    try {
      return await findEarlier(client, target, address);
    } catch (error) {
      if (breakOf(error)) throw error;
      const { message, outcome, retryAfterMs } = deliveryErrorOf(error);
      log.warn({ why: message }, 'Slack does not say what it has');
      throw new DeliveryError(message, outcome === 'gone' || outcome === 'away' ? outcome : 'later', retryAfterMs);
    }
  }

  function wordParts(messages: readonly SlackText[], address: SlackAddress, sign: string | null): Part[] {
    return messages.map((said, index) => {
      const name = `text-${index}`;
      return {
        name,
        find: async (earlier) => earlier.parts.get(name),
        async send(target, earlier) {
          const standing = index === 0 ? (sign ?? earlier.parts.get(WORKING)) : undefined;
          const replaced = standing ? await replaceSign(client, target, standing, said, address.answers, name) : null;
          return replaced ?? (await postOrRespond(target, address, said, name));
        },
      };
    });
  }

  function whispers(messages: readonly SlackText[], address: SlackAddress): Part[] {
    return messages.map((said, index) => ({
      name: `text-${index}`,
      find: async () => undefined,
      send: async () => await whisper(options, address, said, `text-${index}`),
    }));
  }

  /** A command may come from where Purser is no member; its response_url takes the answer there. */
  async function postOrRespond(target: Target, address: SlackAddress, said: SlackText, part: string): Promise<Placed> {
    try {
      return await postText(client, target, said, address.answers, part);
    } catch (error) {
      if (!address.responseUrl || deliveryErrorOf(error).outcome !== 'gone') throw error;
      const body = { response_type: 'in_channel', replace_original: false, ...said };
      const status = await options.respond(address.responseUrl, body);
      if (status === null || status >= 300) throw error;
      return { channel: target.channel, ts: `response-${part}` };
    }
  }

  function fileParts({ reply, attachments }: Delivery, { answers }: SlackAddress): Part[] {
    const part = (name: string, make: () => Promise<Upload>): Part => ({
      name,
      async find({ files }) {
        if (files.size === 0) return undefined;
        const upload = await make();
        return files.has(upload.name) ? upload.name : undefined;
      },
      send: async (target) => ({ ...target, ts: await share(client, target, await make()) }),
    });
    const charts = reply.charts.map((chart, index) => {
      const name = `chart-${index}`;
      return part(name, () => uploadOfChart(chart, attachments, answers, name));
    });
    return [
      ...charts,
      ...reply.files.map((file, index) => part(`file-${index}`, () => uploadOfFile(file, attachments))),
    ];
  }

  async function removeSign(address: SlackAddress, ts: string): Promise<void> {
    await client.chat.delete({ channel: address.channel, ts }).catch(() => {});
    signs.forget(address);
  }

  return async (delivery) => {
    try {
      await send(delivery);
    } catch (error) {
      const why = breakOf(error);
      if (why) options.onBroken(why);
      throw deliveryErrorOf(error);
    }
  };
}
