/** All that the server knows: people, places, messages, commands, interactions. */

import type { Body } from './message-rules.ts';
import type { UploadedFile } from './request-body.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly isBot: boolean;
  locale: string;
  /** False for somebody who takes no direct messages from bots. */
  takesDms: boolean;
}

export interface Channel {
  readonly id: string;
  /** Null for a direct message channel. */
  readonly guildId: string | null;
  readonly name: string;
  /** Of a direct message channel: who talks with the bot. */
  readonly recipient: User | null;
  /** What the bot may not do here. */
  readonly denied: Set<'view' | 'send' | 'attach' | 'history'>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  /** When the bot was added; null while it is not there. */
  joinedAt: number | null;
  /** Null where nobody cares, so that it is the bot itself. */
  readonly owner: User | null;
  addedBy: User | null;
  /** Where Discord welcomes people. */
  systemChannel: Channel | null;
  /** Whether the bot has "View Audit Log". */
  readonly showsAuditLog: boolean;
}

export interface Attachment {
  readonly id: string;
  readonly file: UploadedFile;
  readonly description: string | null;
}

export interface Message {
  readonly id: string;
  readonly channel: Channel;
  readonly author: User;
  /** 0 plain, 19 a reply, 20 the answer to a command. */
  readonly type: 0 | 19 | 20;
  readonly createdAt: number;
  readonly nonce?: string;
  readonly replyTo: Message | null;
  readonly interaction: Interaction | null;
  /** Only this person sees it. */
  readonly ephemeralFor: User | null;
  content: string;
  attachments: Attachment[];
  components: Body[];
  embeds: Body[];
  flags: number;
  editedAt: number | null;
  isDeleted: boolean;
  /** "… is thinking". */
  isLoading: boolean;
  /** Whose phone rang. */
  notified: User[];
  mentionsEveryone: boolean;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  /** 2 a command, 3 a button, 4 autocomplete, 5 a modal. */
  readonly type: 2 | 3 | 4 | 5;
  readonly user: User;
  readonly channel: Channel;
  readonly data: Body;
  /** The message with the button. */
  readonly source: Message | null;
  /** The type of the first answer. */
  answer: number | null;
  original: Message | null;
  modal: Body | null;
}

export type Command = Body & { readonly id: string; readonly name: string; readonly version: string };

const DISCORD_EPOCH = 1_420_070_400_000n;

export class World {
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Message>();
  /** The bot's messages by "channel:nonce". */
  readonly nonces = new Map<string, Message>();
  readonly interactions = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #dmChannels = new Map<User, Channel>();
  /** By guild id; "" for those that are known everywhere. */
  readonly commands = new Map<string, Command[]>();
  readonly bot: User;
  readonly #startedAt = performance.now();
  readonly #epoch = Date.now();
  #shift = 0;
  #lastId = 0n;
  readonly #watchers = new Set<() => void>();

  constructor(botName: string) {
    this.bot = this.addUser(botName, { isBot: true });
  }

  now(): number {
    return Math.floor(this.#epoch + performance.now() - this.#startedAt + this.#shift);
  }

  /** Moves the server's clock; deadlines pass without anybody waiting. */
  pass(milliseconds: number): void {
    this.#shift += milliseconds;
  }

  newId(): string {
    const id = (BigInt(this.now()) - DISCORD_EPOCH) << 22n;
    this.#lastId = id > this.#lastId ? id : this.#lastId + 1n;
    return String(this.#lastId);
  }

  addUser(username: string, { isBot = false, locale = 'en-US' } = {}): User {
    const user: User = { id: this.newId(), username, isBot, locale, takesDms: true };
    this.users.set(user.id, user);
    return user;
  }

  addGuild(name: string, more: Partial<Guild> = {}): string {
    const id = this.newId();
    const long = Date.parse('2026-01-01T00:00:00Z');
    this.guilds.set(id, {
      ...{ id, name, joinedAt: long, owner: null, addedBy: null, systemChannel: null, showsAuditLog: false },
      ...more,
    });
    return id;
  }

  addChannel(guildId: string | null, name: string, recipient: User | null = null): Channel {
    const channel: Channel = { id: this.newId(), guildId, name, recipient, denied: new Set() };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The direct message channel of the bot and a person; it is made once. */
  dmChannel(user: User): Channel {
    const channel = this.#dmChannels.get(user) ?? this.addChannel(null, `@${user.username}`, user);
    this.#dmChannels.set(user, channel);
    return channel;
  }

  messagesIn(channel: Channel): Message[] {
    return [...this.messages.values()].filter((message) => message.channel === channel && !message.isDeleted);
  }

  addInteraction(interaction: Interaction): void {
    this.interactions.set(interaction.id, interaction);
    this.#byToken.set(interaction.token, interaction);
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  /** Tells those who wait for something to happen. */
  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
