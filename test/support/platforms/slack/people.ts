/** What people do in the workspace: write, edit, delete, command, press, fill in forms. */

import type { Outcome } from './app-link.ts';
import { emitChanged, emitDeleted, messageEvent, toWire } from './chat-methods.ts';
import { interactionBase } from './events.ts';
import type { Stage } from './slack-server.ts';
import { viewToWire } from './view-methods.ts';
import type { Json, SlackMessage, SlackUser, SlackView } from './workspace.ts';

export interface Said {
  readonly channel: string;
  readonly ts: string;
  /** Resolves once the app has acknowledged it, or Slack has given up. */
  readonly delivered: Promise<Outcome>;
}

export interface Person {
  readonly id: string;
  readonly user: SlackUser;
  /** The channel of direct messages with the app. */
  readonly im: string;
  dm(text: string, more?: { thread?: string }): Said;
  /** Writes in a channel, as it is on the wire: "<@U0PURSER> lunch 12". */
  post(channel: string, text: string, more?: { thread?: string }): Said;
  /** Writes in a channel, with the app's name first. */
  mention(channel: string, text: string, more?: { thread?: string }): Said;
  /** Shares a file with a text. */
  share(channel: string, text: string, name: string): Said;
  edit(said: Pick<Said, 'channel' | 'ts'>, text: string): Promise<Outcome>;
  delete(said: Pick<Said, 'channel' | 'ts'>): Promise<Outcome>;
  /** Invites the app to a channel. */
  invite(channel: string): Promise<Outcome>;
  /** Sends a slash command; what the app answers with shows as an ephemeral message. */
  slash(command: string, text?: string, channel?: string): Promise<Outcome>;
  /** Presses the button with this label under a message. */
  press(message: Pick<SlackMessage, 'channel' | 'ts'>, label: string): Promise<Outcome>;
  /** The modal that is open. */
  readonly modal: SlackView | undefined;
  /** Submits the open modal with these values by block id; those left out stay as they are. */
  submitModal(values?: Record<string, string>): Promise<Outcome>;
}

export function createPerson(stage: Stage, user: SlackUser): Person {
  const { workspace, dispatcher } = stage;
  const { id } = user;
  const im = workspace.im(id).id;

  function say(channel: string, text: string, threadTs: string | null, more: Partial<SlackMessage> = {}): Said {
    const message = workspace.post({ channel, user: id, text, threadTs, ...more });
    const event = { ...messageEvent(workspace, message), client_msg_id: workspace.id('m') };
    // Where the app is not, it hears nothing.
    if (!workspace.channel(channel).members.has(workspace.botUserId)) {
      return { channel, ts: message.ts, delivered: Promise.resolve({ ok: true, payload: null }) };
    }
    const outcomes = [stage.emit(event)];
    // A mention in a channel is told twice, with two event ids: as a mention, and as a message of the channel.
    if (text.includes(`<@${workspace.botUserId}>`) && workspace.channel(channel).kind !== 'im') {
      const { channel_type: _, subtype: __, ...mention } = event as Json;
      outcomes.push(stage.emit({ ...mention, type: 'app_mention' }));
    }
    const delivered = Promise.all(outcomes).then((all) => all.find((each) => !each.ok) ?? (all[0] as Outcome));
    return { channel, ts: message.ts, delivered };
  }

  async function interact(payload: Json): Promise<Outcome> {
    return await dispatcher.once('interactive', {
      ...interactionBase(workspace, id, stage.createTrigger(id)),
      ...payload,
    });
  }

  function own(said: Pick<Said, 'channel' | 'ts'>): SlackMessage {
    const message = workspace.find(said.channel, said.ts);
    if (!message || message.user !== id) throw new Error(`${user.name} has no message ${said.ts}`);
    return message;
  }

  const openModal = () => [...workspace.views.values()].findLast((view) => view.user === id);

  return {
    id,
    user,
    im,
    dm: (text, more = {}) => say(im, text, more.thread ?? null),
    post: (channel, text, more = {}) => say(channel, text, more.thread ?? null),
    mention: (channel, text, more = {}) => say(channel, `<@${workspace.botUserId}> ${text}`, more.thread ?? null),
    share(channel, text, name) {
      const file = {
        id: workspace.id('F'),
        name,
        title: name,
        altText: '',
        length: 3,
        bytes: Buffer.from('abc'),
        shared: true,
      };
      return say(channel, text, null, { files: [file] });
    },
    async edit(said, text) {
      const message = own(said);
      const previous = toWire(workspace, message);
      message.text = text;
      message.edited = true;
      return await stage.lastOf(() => emitChanged(stage.context, message, previous));
    },
    async delete(said) {
      const message = own(said);
      message.deleted = true;
      return await stage.lastOf(() => emitDeleted(stage.context, message));
    },
    async invite(channel) {
      const place = workspace.channel(channel);
      place.members.add(workspace.botUserId);
      const ts = (workspace.now() / 1000).toFixed(6);
      return await stage.emit({
        type: 'member_joined_channel',
        user: workspace.botUserId,
        channel,
        channel_type: place.kind === 'group' ? 'G' : 'C',
        team: workspace.teamId,
        inviter: id,
        event_ts: ts,
      });
    },
    async slash(command, text = '', channel = im) {
      const place = workspace.channel(channel);
      const outcome = await dispatcher.once('slash_commands', {
        token: 'verification-token',
        team_id: workspace.teamId,
        team_domain: 'example',
        channel_id: channel,
        channel_name: place.kind === 'im' ? 'directmessage' : place.kind === 'group' ? 'privategroup' : place.name,
        user_id: id,
        user_name: user.name,
        command,
        text,
        api_app_id: workspace.appId,
        is_enterprise_install: 'false',
        response_url: stage.responseUrls.create(id, channel),
        trigger_id: stage.createTrigger(id),
      });
      const told = outcome.ok ? textOf(outcome.payload) : `${command} failed with the error "operation_timeout"`;
      if (told) workspace.post({ channel, user: workspace.botUserId, botId: workspace.botId, text: told, onlyFor: id });
      return outcome;
    },
    async press({ channel, ts }, label) {
      const message = workspace.find(channel, ts);
      if (!message || (message.onlyFor && message.onlyFor !== id))
        throw new Error(`${user.name} sees no message ${ts}`);
      const blocks = message.blocks ?? [];
      const found = blocks
        .flatMap((block) => ((block.elements ?? []) as Json[]).map((element) => ({ block, element })))
        .find(({ element }) => (element.text as Json | undefined)?.text === label);
      if (!found) throw new Error(`no button "${label}" under ${JSON.stringify(blocks)}`);
      const { element, block } = found;
      const isEphemeral = message.onlyFor !== null;
      const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
      return await interact({
        type: 'block_actions',
        container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: isEphemeral, ...thread },
        channel: { id: channel, name: workspace.channel(channel).name || 'directmessage' },
        // Of an ephemeral message nothing is told but where it was.
        ...(isEphemeral ? {} : { message: toWire(workspace, message) }),
        state: { values: {} },
        response_url: stage.responseUrls.create(id, channel, ts),
        actions: [
          {
            type: 'button',
            action_id: element.action_id,
            block_id: block.block_id ?? 'b0',
            text: element.text,
            ...(element.value === undefined ? {} : { value: element.value }),
            action_ts: (workspace.now() / 1000).toFixed(6),
          },
        ],
      });
    },
    get modal() {
      return openModal();
    },
    async submitModal(values = {}) {
      const opened = openModal();
      if (!opened) throw new Error(`${user.name} has no modal open`);
      const state: Record<string, Json> = {};
      for (const block of opened.view.blocks as Json[]) {
        const element = block.element as Json | undefined;
        if (block.type !== 'input' || !element) continue;
        const typed = values[String(block.block_id)] ?? element.initial_value ?? null;
        if (!typed && !block.optional) throw new Error(`Slack asks to fill in ${block.block_id} first`);
        state[String(block.block_id)] = { [String(element.action_id)]: { type: element.type, value: typed || null } };
      }
      const outcome = await interact({
        type: 'view_submission',
        view: viewToWire(workspace, opened, state),
        response_urls: [],
      });
      const answer = outcome.ok && typeof outcome.payload === 'object' ? outcome.payload : null;
      if (answer?.response_action === 'errors') opened.errors = answer.errors as Record<string, string>;
      else if (outcome.ok) workspace.views.delete(opened.id);
      return outcome;
    },
  };
}

function textOf(payload: Json | string | null): string {
  if (payload === null || typeof payload === 'string') return payload ?? '';
  return String(payload.text ?? '');
}
