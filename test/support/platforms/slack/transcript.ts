/** A channel as one person sees it. */

import { showMessage } from './shown-text.ts';
import type { Json, Workspace } from './workspace.ts';

export interface ShownMessage {
  readonly ts: string;
  readonly channel: string;
  readonly author: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** Whom it notified. */
  readonly notified: readonly string[];
  readonly pictures: readonly { readonly title: string; readonly alt: string; readonly bytes: Buffer }[];
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly thread: string | null;
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
}

/** What stands in the channel, oldest first; ephemeral messages only for `viewer`. */
export function transcriptOf(workspace: Workspace, channel: string, viewer?: string): ShownMessage[] {
  return workspace.messages
    .filter(
      (message) =>
        message.channel === channel && !message.deleted && (message.onlyFor === null || message.onlyFor === viewer),
    )
    .map((message) => {
      const { text, notified } = showMessage(workspace, message);
      const isPicture = ({ name }: { name: string }) => /\.(png|jpe?g|gif)$/.test(name);
      return {
        ts: message.ts,
        channel,
        author: workspace.users.get(message.user)?.name ?? message.user,
        text,
        buttons: (message.blocks ?? []).flatMap((block) =>
          ((block.type === 'actions' ? block.elements : []) as Json[]).map((element) =>
            String((element.text as Json).text),
          ),
        ),
        notified,
        pictures: message.files
          .filter(isPicture)
          .map((file) => ({ title: file.title, alt: file.altText, bytes: file.bytes ?? Buffer.alloc(0) })),
        files: message.files
          .filter((file) => !isPicture(file))
          .map((file) => ({ name: file.name, bytes: file.bytes ?? Buffer.alloc(0) })),
        thread: message.threadTs,
        isEphemeral: message.onlyFor !== null,
        isEdited: message.edited,
      };
    });
}
