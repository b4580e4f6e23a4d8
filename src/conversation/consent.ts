/** Proposals: what waits for a person's yes is kept, carried out by code when it comes, and by nothing else. */

import { createHash } from 'node:crypto';
import { instant } from '../domain/operation.ts';
import { InputError } from '../errors.ts';
import { addProposal, type Proposal, settleProposal } from '../store/proposals.ts';
import { allTools } from '../tools/all.ts';
import type { Preview, Tool, ToolContext } from '../tools/tool.ts';
import { PROPOSAL_MINUTES } from './limits.ts';
import { type Button, plainReply, type Reply } from './message.ts';
import { replyOf } from './reply.ts';
import type { CallResult } from './step.ts';

export async function propose(
  { db, asker }: ToolContext,
  wanted: { conversation: string; turnId: string; tool: string; args: Record<string, unknown>; preview: Preview },
): Promise<void> {
  const { conversation, turnId, tool, preview } = wanted;
  const createdAt = instant(asker);
  const expiresAt = new Date(createdAt.getTime() + PROPOSAL_MINUTES * 60_000);
  await addProposal(
    db,
    {
      ledgerId: asker.ledgerId,
      personId: asker.personId,
      conversation,
      turnId,
      tool,
      args: JSON.stringify(wanted.args),
      fingerprint: fingerprintOf(preview),
      expiresAt,
    },
    createdAt,
  );
}

/** The buttons under a reply that proposes something. */
export function consentButtons({ words }: ToolContext, turnId: string): Button[] {
  return [
    { id: `confirm:${turnId}`, label: words.buttons.confirm },
    { id: `cancel:${turnId}`, label: words.buttons.cancel },
  ];
}

/** Carries out what was proposed, unless it is too old or what it depends on has changed since. */
export async function confirm(context: ToolContext, proposals: readonly Proposal[]): Promise<Reply> {
  const { db, asker, words } = context;
  const results: CallResult[] = [];
  for (const proposal of proposals) {
    if (proposal.expiresAt.getTime() < asker.now.epochMilliseconds) {
      await settleProposal(db, proposal.id, 'expired');
      return plainReply(words.expired);
    }
    const tool = allTools.find((each) => each.name === proposal.tool) as Tool;
    const args = JSON.parse(proposal.args) as Record<string, unknown>;
    try {
      const preview = await tool.write?.preview(context, args);
      if (!preview || fingerprintOf(preview) !== proposal.fingerprint) {
        await settleProposal(db, proposal.id, 'expired');
        return plainReply(words.overtaken);
      }
      const outcome = await tool.run(context, args, undefined);
      await settleProposal(db, proposal.id, 'confirmed');
      const call = { id: proposal.id, name: proposal.tool, args };
      results.push({ call, content: { said: outcome.said, data: outcome.data }, outcome, proposed: false });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await settleProposal(db, proposal.id, 'expired');
      return plainReply(`${error.message} ${error.hint}`);
    }
  }
  return replyOf(context, results, null);
}

export async function cancel({ db, words }: ToolContext, proposals: readonly Proposal[]): Promise<Reply> {
  for (const proposal of proposals) await settleProposal(db, proposal.id, 'cancelled');
  return plainReply(words.cancelled);
}

function fingerprintOf({ state }: Preview): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('hex');
}
