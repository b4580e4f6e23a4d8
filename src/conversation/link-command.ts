/** "link", "link CODE" and "unlink": carried out by code, whatever model is connected. */

import type { Defaults } from '../alerts/absent-asker.ts';
import { arrangeAbsent } from '../alerts/arrange-absent.ts';
import type { Asker } from '../domain/asker.ts';
import {
  issueLinkCode,
  LINK_CODE_MINUTES,
  type LinkResult,
  redeemLinkCode,
  type Unlinked,
  undoLink,
  unlink,
} from '../domain/linking.ts';
import { InputError } from '../errors.ts';
import type { Language } from '../language.ts';
import { postMessage } from '../store/outbox.ts';
import { findPerson, personalLedger } from '../store/people.ts';
import { findTurn } from '../store/turns.ts';
import { showEntries } from '../tools/list-entries.ts';
import type { ToolContext } from '../tools/tool.ts';
import type { Words } from '../wording/words.ts';
import { wordsFor } from '../wording/words-for.ts';
import { type InboundMessage, plainReply, type Reply } from './message.ts';
import type { CommitWork, Scene } from './scene.ts';

/** What to do and commit for a link command; null for any other message. */
export function linkCommand(scene: Scene): CommitWork | null {
  const { text, words, message } = scene;
  const link = /^\/?link(?:\s+([\p{L}\p{N}][\p{L}\p{N}\s-]{2,20}))?$/iu.exec(text);
  const isUnlink = /^\/?unlink$/i.test(text);
  if (!link && !isUnlink) return null;
  // A code that others read is a code that others use.
  if (message.group) return async () => plainReply(words.linkPrivately);
  return async (tx, become) => {
    try {
      if (isUnlink) return await part(scene, tx, become);
      return link?.[1] ? await join(scene, tx, link[1], become) : await offer(scene, tx);
    } catch (error) {
      if (error instanceof InputError) return plainReply(`${error.message} ${error.hint}`.trim());
      throw error;
    }
  };
}

/** How many of the shared entries are shown right after linking. */
const SHOWN_ENTRIES = 5;

type Commit = Parameters<CommitWork>;
type Linked = Extract<LinkResult, { outcome: 'linked' }>;

async function offer({ asker, words, house }: Scene, tx: Commit[0]): Promise<Reply> {
  const { code } = await issueLinkCode(tx, asker, house.randomInt);
  return plainReply(words.linkCode(code, String(LINK_CODE_MINUTES)));
}

async function join(scene: Scene, tx: Commit[0], code: string, become: Commit[1]): Promise<Reply> {
  const { asker, words, contextFor } = scene;
  const result = await redeemLinkCode(tx, asker, code);
  if (result.outcome === 'refused') return plainReply(`${result.message} ${result.hint}`.trim());
  become(result.personId);
  const { personId, ledgerId } = result;
  await arrangeAbsent(tx, result, asker.now, scene.house.defaults);
  const shared = { ...contextFor(tx), asker: { ...asker, personId, ledgerId, role: 'owner' as const } };
  await tellGiver(scene, tx, result);
  const latest = await showEntries(shared, {}, { order: 'newest', limit: SHOWN_ENTRIES });
  return plainReply(`${words.linked(result.entries)}\n\n${latest.said}`);
}

/** Where the code was given out, so that nobody's account is joined unseen. */
async function tellGiver({ house, asker, message }: Scene, tx: Commit[0], link: Linked): Promise<void> {
  const turn = link.codeTurnId === null ? null : await findTurn(tx, link.codeTurnId);
  if (!turn) return;
  const { platform, sender } = JSON.parse(turn.message) as InboundMessage;
  const giver = await findPerson(tx, platform, sender);
  const words = wordsFor((giver?.language as Language | null) ?? house.defaults.language);
  const note: Reply = {
    ...plainReply(words.accountJoined(platformName(message.platform), link.entries)),
    buttons: [{ id: `unlink:${link.linkId}`, label: words.buttons.unlink }],
  };
  await postMessage(tx, turn, JSON.stringify(note), new Date(asker.now.epochMilliseconds));
}

async function part({ house, asker, words, message }: Scene, tx: Commit[0], become: Commit[1]): Promise<Reply> {
  const result = await unlink(tx, asker, { platform: message.platform, externalId: message.sender });
  await arrangeBoth(tx, asker, result, house.defaults);
  const isOwn = result.accounts.some(
    ({ platform, externalId }) => platform === message.platform && externalId === message.sender,
  );
  if (!isOwn) return plainReply(otherParted(words, result));
  become(result.personId);
  const staying = result.staying > 0 ? ` ${words.entriesStaying(result.staying)}` : '';
  return plainReply(words.unlinked(result.entries) + staying);
}

/** The button under the note that an account was joined. */
export async function pressUnlink({ db, asker, words }: ToolContext, linkId: string): Promise<Reply> {
  const result = await undoLink(db, asker, linkId);
  // What the other one never chose is taken for what the asker has, until their next look puts it right.
  await arrangeBoth(db, asker, result, { ...asker.preferences, language: asker.preferences.language ?? 'en' });
  return plainReply(otherParted(words, result));
}

/** Each of two who part hears what their own settings say. */
async function arrangeBoth(db: Commit[0], asker: Asker, other: Unlinked, defaults: Defaults): Promise<void> {
  const own = await personalLedger(db, asker.personId);
  await arrangeAbsent(db, { personId: asker.personId, ledgerId: own.ledgerId }, asker.now, defaults);
  await arrangeAbsent(db, other, asker.now, defaults);
}

function otherParted(words: Words, { accounts, entries, staying }: Unlinked): string {
  const platforms = [...new Set(accounts.map(({ platform }) => platformName(platform)))].join(', ');
  return words.otherUnlinked(platforms, entries) + (staying > 0 ? ` ${words.entriesStayingHere(staying)}` : '');
}

/** "Telegram": platforms are named in lower case. */
function platformName(platform: string): string {
  return platform.charAt(0).toUpperCase() + platform.slice(1);
}
