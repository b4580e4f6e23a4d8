/** What somebody is told once their platform has taken nothing of what was said unasked, in each language. */

import type { Language } from '../language.ts';
import type { Words } from './words.ts';

export interface PauseWords {
  /** Where messages go, within a sentence; `platform` is a name, null for mail: "on Telegram". */
  place(platform: string | null): string;
  /** Messages to one person, at places, since a date. */
  pausedForYou(places: string, since: string): string;
  /** A group's digest, since a date. */
  pausedForGroup(since: string): string;
  /** After the first one, where what goes on goes to another chat than this. */
  readonly hereHint: string;
}

const en: PauseWords = {
  place: (platform) => (platform === null ? 'by e-mail' : `on ${platform}`),
  pausedForYou: (places, since) =>
    `My messages to you ${places} have not got through since ${since}, so I held them back; they go on from now.`,
  pausedForGroup: (since) =>
    `This group’s digest has not got through since ${since}, so I held it back; it goes on from now.`,
  hereHint: 'To get them in this chat instead, write “send alerts here”.',
};

const es: PauseWords = {
  place: (platform) => (platform === null ? 'por correo' : `por ${platform}`),
  pausedForYou: (places, since) =>
    `Mis mensajes para ti ${places} no llegan desde el ${since}, así que los retuve; a partir de ahora vuelven a salir.`,
  pausedForGroup: (since) =>
    `El resumen de este grupo no llega desde el ${since}, así que lo retuve; a partir de ahora vuelve a salir.`,
  hereHint: 'Para recibirlos en este chat, escribe «send alerts here».',
};

const de: PauseWords = {
  place: (platform) => (platform === null ? 'per E-Mail' : `auf ${platform}`),
  pausedForYou: (places, since) =>
    `Meine Nachrichten an dich ${places} kamen seit dem ${since} nicht an, deshalb habe ich sie zurückgehalten; ab jetzt geht es weiter.`,
  pausedForGroup: (since) =>
    `Der Überblick für diese Gruppe kam seit dem ${since} nicht an, deshalb habe ich ihn zurückgehalten; ab jetzt geht es weiter.`,
  hereHint: 'Wenn sie lieber hier ankommen sollen, schreib „send alerts here“.',
};

const fr: PauseWords = {
  place: (platform) => (platform === null ? 'par e-mail' : `sur ${platform}`),
  pausedForYou: (places, since) =>
    `Mes messages pour toi ${places} n’arrivent plus depuis le ${since}, je les ai donc retenus\u202f; ils reprennent dès maintenant.`,
  pausedForGroup: (since) =>
    `Le résumé de ce groupe n’arrive plus depuis le ${since}, je l’ai donc retenu\u202f; il reprend dès maintenant.`,
  hereHint: 'Pour les recevoir plutôt ici, écris «\u202fsend alerts here\u202f».',
};

const pt: PauseWords = {
  place: (platform) => (platform === null ? 'por e-mail' : `no ${platform}`),
  pausedForYou: (places, since) =>
    `Minhas mensagens para você ${places} não chegam desde ${since}, por isso as segurei; a partir de agora elas voltam a sair.`,
  pausedForGroup: (since) =>
    `O resumo deste grupo não chega desde ${since}, por isso o segurei; a partir de agora ele volta a sair.`,
  hereHint: 'Para receber tudo neste chat, escreva “send alerts here”.',
};

const all: Readonly<Record<Language, PauseWords>> = { en, es, de, fr, pt };

export function pauseWords(words: Words): PauseWords {
  return all[words.locale.slice(0, 2) as Language];
}
