/** Envelopes of what the app is told. */

import type { Json, Workspace } from './workspace.ts';

/** An Events API payload around one event; every one has an id of its own. */
export function eventPayload(workspace: Workspace, event: Json): Json {
  return {
    token: 'verification-token',
    team_id: workspace.teamId,
    api_app_id: workspace.appId,
    event,
    type: 'event_callback',
    event_id: workspace.id('Ev'),
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.teamId,
        user_id: workspace.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${workspace.id('ctx')}`,
  };
}

/** What every interactive payload has. */
export function interactionBase(workspace: Workspace, user: string, trigger: string): Json {
  const name = workspace.users.get(user)?.name;
  return {
    user: { id: user, username: name, name, team_id: workspace.teamId },
    api_app_id: workspace.appId,
    token: 'verification-token',
    trigger_id: trigger,
    team: { id: workspace.teamId, domain: 'example' },
    enterprise: null,
    is_enterprise_install: false,
  };
}
