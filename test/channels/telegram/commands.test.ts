import { describe, expect, test } from 'vitest';
import { commandNames, plainMessage } from '../../../src/channels/telegram/commands.ts';
import { languages } from '../../../src/language.ts';
import { createOfflineModel } from '../../../src/offline/offline-model.ts';
import { databases } from '../../support/databases.ts';
import { openTestHouse } from '../../support/house.ts';

const words = {
  en: { log: 'lunch 12', spent: 'groceries in October', budget: '300 groceries' },
  es: { log: 'almuerzo 12', spent: 'supermercado en octubre', budget: '300 supermercado' },
  de: { log: 'Mittagessen 12', spent: 'Lebensmittel im Oktober', budget: '300 Lebensmittel' },
  fr: { log: 'déjeuner 12', spent: 'courses en octobre', budget: '300 courses' },
  pt: { log: 'almoço 12', spent: 'mercado em outubro', budget: '300 mercado' },
};

const [sqlite] = databases;
if (!sqlite) throw new Error('there is no database');

describe.each(languages)('commands in %s', (language) => {
  test('are understood as what they say', async () => {
    const house = openTestHouse(await sqlite.openTestDatabase(), { model: createOfflineModel() });
    const tools = async (command: string, more = '') => {
      const reply = await house.say(plainMessage(command, more, language) ?? '');
      return reply.tools.map((tool) => tool.name).join();
    };
    const { log, spent, budget } = words[language];
    expect(await tools('log', log)).toBe('record_entries');
    expect(await tools('spent')).toBe('spending_summary');
    expect(await tools('spent', `${spent}?`)).toBe('spending_summary');
    expect(await tools('budget', budget)).toBe('set_budget');
    expect(await tools('budget')).toBe('budget_status');
    const chart = await house.say(plainMessage('chart', '', language) ?? '');
    expect(chart.charts).toHaveLength(1);
    expect(await tools('chart', spent)).toBe('spending_summary');
    expect(await tools('export')).toBe('export_entries');
    expect(await tools('undo')).toBe('undo');
    expect(await tools('help')).toBe('');
  });

  test('have no gaps', () => {
    for (const command of commandNames) {
      expect(plainMessage(command, '', language)).toMatch(/./);
      expect(plainMessage(command, 'a {} $& b', language)).toMatch(/./);
    }
    expect(plainMessage('constructor', '', language)).toBe(null);
  });
});
