import { capital } from '../analytics/shared-words.ts';
import type { ReminderWords } from '../reminder-words.ts';

export const fr: ReminderWords = {
  reminder: (what) => `⏰ ${capital(what)}`,
  asked: (question) => `⏰ «\u202f${question}\u202f»`,
  unanswered: (question) =>
    `⏰ Tu voulais savoir «\u202f${question}\u202f», mais cette fois je n’ai pas pu y répondre.`,
  howToStop:
    'Pour que cette question ne revienne plus, écris «\u202fsupprime le rappel\u202f» ou appuie sur le bouton.',
  stopButton: 'Arrêter',
  quoted: (text) => `«\u202f${text}\u202f»`,
  reminderSet: (what, when, next) => `Je te le rappellerai ${when}\u202f: ${what}. Prochaine fois, le ${next}.`,
  onceSet: (what, next) => `Je te le rappellerai le ${next}\u202f: ${what}.`,
  questionSet: (question, when, next) =>
    `Je répondrai à «\u202f${question}\u202f» ${when}. Prochaine fois, le ${next}.`,
  onceQuestionSet: (question, next) => `Je répondrai à «\u202f${question}\u202f» le ${next}.`,
  inGroup: 'Cela arrivera ici, où tout le monde le voit.',
  alreadySet: (what, when) => `C’est déjà prévu\u202f: ${what}, ${when}.`,
  proposeAdd: (what, when) => `Je prévois cela\u202f: ${what}, ${when}\u202f?`,
  stopped: (what) => `Arrêté\u202f: ${what}.`,
  proposeStop: (what) => `J’arrête cela\u202f: ${what}\u202f?`,
  skipped: (what, skipped, next) => `Je saute la fois du ${skipped}\u202f: ${what}. Prochaine fois, le ${next}.`,
  proposeSkip: (what, skipped) => `Je saute la fois du ${skipped}\u202f: ${what}\u202f?`,
  changed: (what, when, next) => `Modifié\u202f: ${what}, désormais ${when}. Prochaine fois, le ${next}.`,
  proposeChange: (what, when) => `Je modifie cela\u202f: ${what}, désormais ${when}\u202f?`,
  backOn: (what, when) => `${capital(what)}\u202f: activé, ${when}`,
  offAgain: (what) => `${capital(what)}\u202f: désactivé`,
  heading: 'Tes rappels ici\u202f:',
  none: 'Tu n’as pas de rappel ici. Écris «\u202frappelle-moi chaque soir à 21h de noter les espèces\u202f» ou «\u202fchaque vendredi à 18h, montre-moi les restaurants cette semaine\u202f».',
  line: (what, when, next) => `${capital(what)}\u202f: ${when}\u202f; prochaine fois, le ${next}`,
  onceLine: (what, next) => `${capital(what)}\u202f: ${next}`,
  pausedLine: (what, when) => `${capital(what)}\u202f: ${when}\u202f; en pause`,
};
