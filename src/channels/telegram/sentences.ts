/** What the channel says by itself, where no conversation has begun. */

import { type Language, languages } from '../../language.ts';

const onlyText: Record<Language, string> = {
  en: 'I can only read text for now. Write it to me, like “lunch 12.50”.',
  es: 'Por ahora solo leo texto. Escríbemelo, por ejemplo «almuerzo 12,50».',
  de: 'Noch lese ich nur Text. Schreib es mir, zum Beispiel „Mittagessen 12,50“.',
  fr: 'Pour l’instant je ne lis que le texte. Écris-le-moi, par exemple « déjeuner 12,50 ».',
  pt: 'Por enquanto só leio texto. Escreva para mim, por exemplo “almoço 12,50”.',
};

const writeMeAlone: Record<Language, string> = {
  en: 'That is for your eyes only. Open a chat with me, press Start, and ask me there.',
  es: 'Eso es solo para ti. Abre un chat conmigo, pulsa Iniciar y pregúntame allí.',
  de: 'Das geht nur dich etwas an. Öffne einen Chat mit mir, tippe auf Starten und frag mich dort.',
  fr: 'Cela ne regarde que toi. Ouvre une discussion avec moi, appuie sur Démarrer et demande-le-moi là.',
  pt: 'Isso é só para você. Abra uma conversa comigo, toque em Iniciar e pergunte lá.',
};

export const sentences = { onlyText, writeMeAlone } as const;

/** The language of a tag such as "pt-br", as far as Purser speaks it. */
export function languageOf(tag: unknown): Language {
  const start = String(tag ?? '')
    .slice(0, 2)
    .toLowerCase();
  return languages.find((language) => language === start) ?? 'en';
}
