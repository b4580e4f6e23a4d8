import { describe, expect, test } from 'vitest';
import { categoryNamed } from '../../src/domain/category-words.ts';
import { defaultCategories } from '../../src/domain/default-categories.ts';
import { languages } from '../../src/language.ts';
import { describePeriod, describeWeekday } from '../../src/wording/phrasing.ts';
import { wordsFor } from '../../src/wording/words-for.ts';
import { otherLanguages, sayEverything } from './sample-calls.ts';

const asker = { today: '2026-10-14', firstDayOfWeek: 1 } as const;
const RHYTHMS = ['weekly', 'monthly', 'yearly', 'newest', 'oldest', 'largest', 'smallest'];

describe.each(languages)('all sentences, %s', (language) => {
  const words = wordsFor(language);
  const everything = sayEverything(language);

  test('has each of them', () => {
    const keys = new Set(everything.map(({ key }) => key));
    expect([...keys].sort()).toEqual([...new Set(sayEverything('en').map(({ key }) => key))].sort());
    for (const { key, text } of everything) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test('says every figure and name just as it was given', () => {
    for (const { key, args, text } of everything) {
      for (const arg of args) {
        if (arg === null || arg === 1 || RHYTHMS.includes(String(arg))) continue;
        expect(text, key).toContain(String(arg));
      }
    }
  });

  test('has straight quotes, double spaces and double full stops nowhere', () => {
    for (const { key, text } of everything) expect(text, key).not.toMatch(/["']| {2}|(?<!\.)\.\.(?!\.)/);
  });

  test('translates the default categories, each to a name of its own that is read back as the same one', () => {
    const names = defaultCategories.map(({ name }) => words.category(name));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(defaultCategories.length);
    for (const { name } of defaultCategories) {
      // The income category is named like the kind of entry, and lists leave out what is said twice.
      if (name === 'refund') expect(words.category(name)).toBe(words.refund);
      else expect(categoryNamed(words.category(name)), words.category(name)).toBe(name);
    }
  });

  test('leaves the names of own categories alone', () => {
    for (const name of ['Bienenzucht', 'constructor', 'toString', '']) expect(words.category(name)).toBe(name);
  });

  test('labels buttons briefly, and no two alike', () => {
    const labels = Object.values(words.buttons);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(20);
  });

  test('ends a sentence about an entry with one full stop', () => {
    const shortDay = describePeriod({ from: '2026-08-03', to: '2026-08-03' }, words, asker, 'heading');
    for (const say of [words.recorded, words.deleted]) {
      expect(say('Oper 12,50', 1)).toMatch(/[^.]\.$/);
      expect(say(`Oper 12,50 · ${shortDay}`, 1)).toMatch(/[^.]\.$/);
    }
    const sentence = describePeriod({ from: '2026-08-03', to: '2026-08-03' }, words, asker);
    expect(words.nothing(null, sentence)).toMatch(/[^.]\.$/);
  });

  test('writes of one thing differently than of several', () => {
    expect(words.exported(1)).not.toBe(words.exported(2).replace('2', '1'));
    expect(words.deleted('x', 1)).not.toContain('\n');
    expect(words.deleted('x\ny', 2)).toContain('\nx\ny');
    expect(words.proposeMerge('a', 'b', 1)).not.toBe(words.proposeMerge('a', 'b', 2).replace('2', '1'));
  });
});

describe.each(otherLanguages)('%s', (language) => {
  test('has no English left in it', () => {
    const english = sayEverything('en');
    const sameInBoth = ['budgetsTitle', 'category', 'chartTitle'];
    sayEverything(language).forEach(({ key, text }, index) => {
      if (!sameInBoth.includes(key)) expect(text).not.toBe(english[index]?.text);
      expect(text, key).not.toMatch(/\b(the|you|your|entries|entry|recorded|budget for|this month|nothing)\b/i);
    });
    expect(wordsFor(language).languageName).not.toBe('English');
    expect(wordsFor(language).locale).toBe(language);
  });
});

describe('typography', () => {
  test('French puts a narrow no-break space before double punctuation and inside guillemets', () => {
    for (const { key, text } of sayEverything('fr')) {
      expect(text, key).not.toMatch(/[^\u202f][:;?!»]/u);
      expect(text, key).not.toMatch(/«[^\u202f]/u);
      expect(text, key).not.toMatch(/[“”„]/u);
    }
  });

  test('Spanish opens its questions', () => {
    for (const { key, text } of sayEverything('es')) {
      expect(count(text, '¿'), key).toBe(count(text, '?'));
      expect(count(text, '¡'), key).toBe(count(text, '!'));
      expect(text, key).not.toMatch(/[“”„]/u);
    }
  });

  test('German closes its low quotes', () => {
    for (const { key, text } of sayEverything('de')) {
      expect(count(text, '„'), key).toBe(count(text, '“'));
      expect(text, key).not.toMatch(/[”«»]/u);
    }
  });

  test('Portuguese closes its quotes', () => {
    for (const { key, text } of sayEverything('pt')) expect(count(text, '“'), key).toBe(count(text, '”'));
  });
});

describe('dates within sentences', () => {
  const cases: [from: string, to: string, es: string, de: string, fr: string, pt: string][] = [
    ['2026-10-03', '2026-10-03', 'el 3 oct', 'am 3. Okt.', 'le 3 oct.', 'em 3 de out.'],
    ['2026-10-01', '2026-10-01', 'el 1 oct', 'am 1. Okt.', 'le 1er oct.', 'em 1º de out.'],
    ['2026-10-10', '2026-10-10', 'el 10 oct', 'am 10. Okt.', 'le 10 oct.', 'em 10 de out.'],
    ['2025-10-01', '2025-10-31', 'en octubre de 2025', 'im Oktober 2025', 'en octobre 2025', 'em outubro de 2025'],
    ['2024-01-01', '2024-12-31', 'en 2024', 'im Jahr 2024', 'en 2024', 'em 2024'],
    [
      '2026-06-01',
      '2026-06-07',
      'del 1 al 7 jun 2026',
      'vom 1. bis 7. Juni 2026',
      'du 1er au 7 juin 2026',
      'de 1º a 7 de jun. de 2026',
    ],
    [
      '2025-12-28',
      '2026-01-01',
      'del 28 dic 2025 al 1 ene 2026',
      'vom 28. Dez. 2025 bis 1. Jan. 2026',
      'du 28 déc. 2025 au 1er janv. 2026',
      'de 28 de dez. de 2025 a 1º de jan. de 2026',
    ],
    ['2026-10-01', '2026-10-31', 'este mes', 'diesen Monat', 'ce mois-ci', 'este mês'],
    ['2026-10-13', '2026-10-13', 'ayer', 'gestern', 'hier', 'ontem'],
  ];

  test.each(cases)('%s to %s', (from, to, ...expected) => {
    const said = (['es', 'de', 'fr', 'pt'] as const).map((language) =>
      describePeriod({ from, to }, wordsFor(language), asker).replace(/[\u00a0\u2009\u202f]/gu, ' '),
    );
    expect(said).toEqual(expected);
  });
});

describe('how it reads', () => {
  const [es, de, fr, pt] = (['es', 'de', 'fr', 'pt'] as const).map(wordsFor) as [W, W, W, W];
  type W = ReturnType<typeof wordsFor>;

  test('one and several', () => {
    expect(es.spent('9 €', es.category('dining'), 'hoy', 1)).toBe('Gastaste 9 € en restaurantes hoy (1 movimiento).');
    expect(es.recorded('a\nb', 2)).toBe('2 movimientos anotados:\na\nb');
    expect(de.exported(1)).toBe('Hier ist 1 Eintrag als Datei.');
    expect(de.exported(3)).toBe('Hier sind 3 Einträge als Datei.');
    expect(fr.categoriesMerged('a', 'b', 0)).toContain('0 opération déplacée.');
    expect(fr.categoriesMerged('a', 'b', 2)).toContain('2 opérations déplacées.');
    expect(pt.proposeMerge('a', 'b', 1)).toContain('1 lançamento seria movido.');
    expect(pt.proposeMerge('a', 'b', 5)).toContain('5 lançamentos seriam movidos.');
  });

  test('a year and an amount never stand side by side', () => {
    for (const language of languages) {
      const words = wordsFor(language);
      for (const say of [words.spent, words.received, words.refunded]) {
        expect(say('12,50', null, words.dated.year('2024'), 2)).not.toMatch(/2024 12,50|12,50 2024/);
      }
    }
  });

  test('the first day of the week with its article', () => {
    const settings = (words: W, weekday: number) =>
      words.preferences('EUR', 'UTC', words.languageName, describeWeekday(weekday, words));
    expect(settings(es, 1)).toMatch(/la semana empieza el lunes\.$/);
    expect(settings(de, 7)).toMatch(/die Woche beginnt am Sonntag\.$/);
    expect(settings(fr, 1)).toMatch(/la semaine commence le lundi\.$/);
    expect(settings(pt, 1)).toMatch(/a semana começa na segunda-feira\.$/);
    expect(settings(pt, 7)).toMatch(/a semana começa no domingo\.$/);
  });

  test('what remains, in the plural or for a single day', () => {
    for (const words of [es, de, fr, pt]) expect(words.perDay('4 €', 1)).not.toMatch(/\d/);
    expect(fr.perDay('4 €', 3)).toBe('Soit 4 € par jour pendant 3 jours.');
  });
});

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
