/** Discord: commands, direct messages and mentions come in over the gateway, replies go out over the REST API. */

import {
  type APIInteraction,
  type GatewayDispatchPayload,
  type GatewayMessageCreateDispatchData,
  InteractionType,
  Routes,
} from 'discord.js';
import type { InboundMessage } from '../../conversation/message.ts';
import type { PlatformError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Channel, Desk } from '../channel.ts';
import { DeliveryError } from '../channel.ts';
import { acknowledge, openModal } from './acknowledge.ts';
import type { DiscordAddress } from './address.ts';
import { catchUp } from './catch-up.ts';
import { registerCommands } from './commands.ts';
import { isTokenRefused, tokenRefused } from './failures.ts';
import { modalOf } from './form-modal.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { GroupNames } from './group-names.ts';
import { IDENTIFY_PAUSE_MILLISECONDS } from './identify-pause.ts';
import { PLATFORM } from './keys.ts';
import { patiently, Unreachable } from './patience.ts';
import { isDeletion, isGuild, isInteraction, isMessage } from './payload-shape.ts';
import { readInteraction } from './read-interaction.ts';
import { readJoining } from './read-joining.ts';
import { type Reading, readDeletion, readEdit, readMessage } from './read-message.ts';
import { Recent } from './recent.ts';
import { createRestClient } from './rest-client.ts';
import { sendReply } from './send-reply.ts';
import { SessionMemory } from './session-memory.ts';

export interface DiscordOptions {
  readonly token: string;
  /** The base address of the REST API; Discord's own when left out. */
  readonly api?: string;
  /** Keeps the gateway session over a restart, so that nothing said meanwhile is missed; none when left out. */
  readonly sessionFile?: string;
  /** What Discord grants a bot when left out; large ones get more. */
  readonly requestsPerSecond?: number;
  /** Milliseconds between identifies; what Discord asks for when left out. */
  readonly identifyPause?: number;
  readonly clock: { leaseTime(): number };
  readonly log: Log;
}

interface Application {
  readonly id: string;
  readonly bot?: { readonly id: string; readonly username: string };
}

/** Messages whose author is remembered, for when they are deleted. */
const MAX_AUTHORS = 5_000;

export function createDiscordChannel(options: DiscordOptions): Channel {
  const { token, clock, log } = options;
  const rest = createRestClient(token, options);
  const names = new GroupNames();
  const authors = new Recent<string>(MAX_AUTHORS);
  /** First answers that are on their way, by the nonce of the address. */
  const acknowledging = new Map<string, Promise<unknown>>();
  const stopping = new AbortController();
  const memory = new SessionMemory({ file: options.sessionFile, token, log });
  let gateway: Gateway | null = null;
  let self = '';
  let name = 'purser';
  let applicationId = '';
  let desk: Desk | null = null;
  let isBroken = false;

  async function start(given: Desk): Promise<void> {
    desk = given;
    const application = await patiently(whoWeAre, stopping.signal);
    applicationId = application.id;
    self = application.bot?.id ?? application.id;
    name = application.bot?.username ?? name;
    await registerCommands(rest, applicationId).catch((error: unknown) => {
      // Those of the last start are still there; talking works without.
      log.warn({ err: error }, 'the Discord commands could not be registered');
    });
    const { identifyPause = IDENTIFY_PAUSE_MILLISECONDS } = options;
    gateway = createGateway({ token, rest, memory, log, identifyPause, onEvent, onFresh, onBroken: breakDown });
    await patiently(gateway.open, stopping.signal);
  }

  async function whoWeAre(): Promise<Application> {
    try {
      return (await rest.get(Routes.currentApplication())) as Application;
    } catch (error) {
      if (isTokenRefused(error)) throw tokenRefused();
      throw new Unreachable('Discord can not be reached.', { cause: error });
    }
  }

  function breakDown(why: PlatformError): void {
    if (isBroken) return;
    isBroken = true;
    desk?.onBroken(why);
  }

  async function onEvent(event: GatewayDispatchPayload): Promise<void> {
    names.hear(event);
    const reading = { self, names, authors, at: clock.leaseTime() };
    // Nothing is awaited before a message goes to the inbox, so that messages keep their order.
    const { t, d }: { t: string; d: unknown } = event;
    if (t === 'MESSAGE_CREATE' && isMessage(d)) await hear(d, reading);
    else if (t === 'MESSAGE_UPDATE' && isMessage(d)) await take(readEdit(d, reading));
    else if (t === 'MESSAGE_DELETE' && isDeletion(d)) await take(readDeletion(d, reading));
    else if (t === 'INTERACTION_CREATE' && isInteraction(d)) await onInteraction(d);
    else if (t === 'GUILD_CREATE' && isGuild(d))
      await take(await readJoining(d, { rest, self: { id: self, name }, names, at: clock.leaseTime() }));
  }

  async function hear(message: GatewayMessageCreateDispatchData, reading: Reading): Promise<void> {
    const inbound = readMessage(message, reading);
    if (!inbound) return;
    await take(inbound);
    memory.lastHeard.hear({ channel: message.channel_id, guild: message.guild_id ?? null, message: message.id });
  }

  async function onFresh(): Promise<void> {
    const now = clock.leaseTime();
    const reading = { self, names, authors, at: now };
    const { lastHeard } = memory;
    await catchUp({ rest, lastHeard, now, log, take: (message) => hear(message, reading), signal: stopping.signal });
  }

  async function take(message: InboundMessage | null): Promise<void> {
    if (message) await desk?.receive(message);
  }

  async function onInteraction(interaction: APIInteraction): Promise<void> {
    const message = readInteraction(interaction, names, clock.leaseTime());
    if (!message || !desk) return;
    if (interaction.type === InteractionType.MessageComponent) {
      const button = interaction.data.custom_id;
      const form = await desk.formFor(button, message);
      if (form) {
        await openModal(rest, interaction, modalOf(button, form), log);
        return;
      }
    }
    const { nonce, isEphemeral } = message.address as DiscordAddress;
    // The answer may be ready before Discord has heard that there will be one.
    const { promise, resolve } = Promise.withResolvers<unknown>();
    acknowledging.set(nonce, promise);
    try {
      // Only what is in the inbox is promised an answer.
      await desk.receive(message);
      await acknowledge(rest, interaction, { isEphemeral, log });
    } finally {
      acknowledging.delete(nonce);
      resolve(null);
    }
  }

  return {
    platform: PLATFORM,
    start,
    async send(delivery) {
      try {
        const acknowledged = (nonce: string) => acknowledging.get(nonce);
        await sendReply(delivery, { rest, applicationId, log, now: clock.leaseTime(), acknowledged });
      } catch (error) {
        if (error instanceof DeliveryError && error.message === tokenRefused().message) breakDown(tokenRefused());
        throw error;
      }
    },
    async working(address) {
      const { channel, token: isPromised } = address as DiscordAddress;
      // A promised answer shows "thinking" already.
      if (isPromised === null && !isBroken) await rest.post(Routes.channelTyping(channel));
    },
    async stop() {
      stopping.abort();
      await gateway?.close();
    },
  };
}
