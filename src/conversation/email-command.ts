/** "email code 7K2M-9QXD": carried out by code, whatever model is connected. */

import { planSettings } from '../alerts/plan-settings.ts';
import { settingsOf } from '../alerts/settings.ts';
import { redeemMailCode } from '../domain/mail-codes.ts';
import { carryOut } from '../domain/operation.ts';
import { mailWords } from '../wording/mail-words.ts';
import { plainReply } from './message.ts';
import type { CommitWork, Scene } from './scene.ts';

/** In the five languages, as the mail tells them to write it; what follows is read as a code. */
const command =
  /^\/?(?:(?:my )?e-?mail[- ]?code|e-?mail-code|code e-?mail|c[oó]digo (?:de |del |do )?(?:correo|e-?mail))\s*:?\s+["'“„«]?\s*([\p{L}\p{N}][\p{L}\p{N}\s\p{Pd}]{2,20})[\s"'”“».!]*$/iu;

/** What to commit for it; null for any other message. */
export function emailCommand({ text, words, message, asker, contextFor }: Scene): CommitWork | null {
  const typed = command.exec(text.normalize('NFC'))?.[1];
  if (typed === undefined) return null;
  const say = mailWords(words);
  if (message.group) return async () => plainReply(`${say.privately} ${say.privatelyHint}`);
  return async (tx) => {
    const { db } = contextFor(tx);
    const result = await redeemMailCode(db, asker, typed);
    if ('refused' in result) return plainReply(say.refused[result.refused]);
    const { digest, emailTakes } = await settingsOf(db, asker.personId);
    const takes = emailTakes ?? 'digests';
    const wanted = { email: result.address, emailTakes: takes };
    const operationId = await carryOut(db, asker, (await planSettings(db, asker, wanted, false)).changes);
    const hint = takes === 'digests' && digest === null ? ` ${say.noDigestYet}` : '';
    return {
      ...plainReply(say.confirmed(result.address, takes) + hint),
      buttons: [{ id: `undo:${operationId}`, label: words.buttons.undo }],
    };
  };
}
