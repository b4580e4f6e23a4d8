/** Sets a finding aside that the person knows about. */

import { z } from 'zod';
import { findingsMeant, planDismissal, type ShownFinding } from '../domain/dismissals.ts';
import { carryOut } from '../domain/operation.ts';
import { findingsWords } from '../wording/analytics/findings-words.ts';
import { defineTool, type ToolContext, type ToolOutcome } from './tool.ts';

const which = z.string().max(200).describe('"last" for the only one shown, or the name of the one that is fine');

export const dismissFindingTool = defineTool({
  name: 'dismiss_finding',
  description:
    'Notes that something find_unusual showed is fine, so that it is not shown again: "that\'s fine, ignore it".',
  args: z.object({ which }),
  run: async (context, { which }) => dismissFindings(context, await meant(context, which)),
  write: {
    async preview(context, { which }) {
      const findings = await meant(context, which);
      const changes = await planDismissal(context.db, context.asker, findings);
      return { said: findingsWords(context.words).proposeDismissal(namesOf(findings, context)), state: changes };
    },
  },
});

async function meant({ db, asker }: ToolContext, which: string): Promise<readonly ShownFinding[]> {
  return await findingsMeant(db, asker, which.trim().toLowerCase() === 'last' ? null : which);
}

/** Sets the findings aside, and says so; or that they are already. */
export async function dismissFindings(context: ToolContext, findings: readonly ShownFinding[]): Promise<ToolOutcome> {
  const { db, asker, words } = context;
  const say = findingsWords(words);
  const changes = await planDismissal(db, asker, findings);
  if (changes.length === 0) return { said: say.dismissedAlready, data: { alreadyNoted: true } };
  const operationId = await carryOut(db, asker, changes);
  const names = namesOf(findings, context);
  return { said: say.dismissed(names, findings.length), data: { dismissed: names }, operationId };
}

function namesOf(findings: readonly ShownFinding[], { words }: ToolContext): string {
  const names = [...new Set(findings.map(({ name }) => name))];
  return new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(names);
}
