/** views.*: modals, opened within three seconds of what a person did. */

import { ApiError } from './api-error.ts';
import { type ApiMethod, need } from './api-method.ts';
import { checkView } from './block-rules.ts';
import type { Json, SlackView, Workspace } from './workspace.ts';

export const viewMethods: Record<string, ApiMethod> = {
  'views.open': {
    scope: null,
    call(args, { workspace, useTrigger }) {
      const view = checkView(need(args, 'view'));
      const user = useTrigger(need(args, 'trigger_id'));
      const opened = openView(workspace, user, view);
      return { view: viewToWire(workspace, opened) };
    },
  },
  'views.update': {
    scope: null,
    call(args, { workspace }) {
      const opened = workspace.views.get(need(args, 'view_id'));
      if (!opened) throw new ApiError('not_found');
      if (args.hash && args.hash !== opened.hash) throw new ApiError('hash_conflict');
      opened.view = checkView(need(args, 'view'));
      opened.hash = workspace.id('h');
      return { view: viewToWire(workspace, opened) };
    },
  },
};

export function openView(workspace: Workspace, user: string, view: Json): SlackView {
  const opened = {
    id: workspace.id('V'),
    user,
    view: withBlockIds(workspace, view),
    hash: workspace.id('h'),
    errors: {},
  };
  workspace.views.set(opened.id, opened);
  return opened;
}

/** A view as the wire carries it, filled in with what the person typed. */
export function viewToWire(workspace: Workspace, opened: SlackView, values: Json = {}): Json {
  return {
    callback_id: '',
    private_metadata: '',
    ...opened.view,
    id: opened.id,
    team_id: workspace.teamId,
    app_id: workspace.appId,
    bot_id: workspace.botId,
    app_installed_team_id: workspace.teamId,
    hash: opened.hash,
    root_view_id: opened.id,
    previous_view_id: null,
    state: { values },
  };
}

function withBlockIds(workspace: Workspace, view: Json): Json {
  const blocks = (view.blocks as Json[]).map((block) => ({ block_id: workspace.id('b'), ...block }));
  return { ...view, blocks };
}
