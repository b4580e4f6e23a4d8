/** A message that answers nothing: made of what there is to tell, and put on its way. */

import type { ChartSpec } from '../charts/chart-spec.ts';
import type { Queries } from '../store/database.ts';
import { postMessage, type Recipient } from '../store/outbox.ts';
import { alertWords } from '../wording/alert-words.ts';
import { findingsWords } from '../wording/analytics/findings-words.ts';
import type { Alert } from './alert.ts';
import { alertChart } from './alert-chart.ts';
import type { MailFrame } from './mail-frame.ts';
import { inOtherWords, type Phrased } from './phrase.ts';
import { nameOf, type Place, sayAlert } from './say-alert.ts';
import { IGNORED_IN_A_ROW } from './thresholds.ts';

export interface Unasked {
  readonly text: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly charts: readonly ChartSpec[];
  /** The message id of these notices. */
  readonly unasked: string;
  /** Whose settings it is told by: a person's id, or that of a group's ledger. */
  readonly settingsId: string;
  /** Ids of the notices that it tells. */
  readonly notices: readonly string[];
}

/** An alert with the id that it is written down under. */
export interface NoticedAlert {
  readonly id: string;
  readonly alert: Pick<Alert, 'facts'>;
}

/** As many as stand in a row on a phone. */
const MOST_ROW_BUTTONS = 3;

export interface AlertMessageParts extends Pick<Unasked, 'settingsId'> {
  readonly messageId: string;
  readonly waiting: number;
  readonly asksToStop: boolean;
  /** The alerts' sentences in other words. */
  readonly phrased: Phrased | null;
}

/**
 * Alerts in one message, a line each, with the picture of the first one that has one. `waiting` is how many more there
 * are; `asksToStop` adds the question whether to go on at all.
 */
export function alertMessage(
  told: readonly NoticedAlert[],
  { messageId, settingsId, waiting, asksToStop, phrased }: AlertMessageParts,
  place: Place,
): Unasked {
  const say = alertWords(place.words);
  const said = told.map(({ alert }) => sayAlert(alert.facts, place));
  const charts = told.flatMap(({ alert }, index) => alertChart(alert.facts, said[index] ?? '', place) ?? []);
  const text = [
    ...inOtherWords(said, phrased),
    ...(waiting > 0 ? [say.more(waiting)] : []),
    ...(asksToStop ? [say.askToStop(IGNORED_IN_A_ROW)] : []),
  ].join('\n');
  const buttons = asksToStop
    ? [
        { id: `alerts-stop:${messageId}`, label: say.buttons.stop },
        { id: `alerts-keep:${messageId}`, label: say.buttons.keep },
      ]
    : noticeButtons(told, messageId, place);
  const notices = told.map(({ id }) => id);
  return { text, buttons, charts: charts.slice(0, 1), unasked: messageId, settingsId, notices };
}

/** "Show rows" for each that has entries behind it, and one button that says that it is all right. */
function noticeButtons(told: readonly NoticedAlert[], messageId: string, place: Place): Unasked['buttons'] {
  const { words } = place;
  const withRows = told.filter(({ alert }) => hasRows(alert.facts)).slice(0, MOST_ROW_BUTTONS);
  const rows = withRows.map(({ id, alert }) => ({
    id: `notice-rows:${id}`,
    label: told.length === 1 ? words.buttons.rows : `${words.buttons.rows}: ${nameOf(alert.facts, place)}`,
  }));
  return [...rows, { id: `notice-fine:${messageId}`, label: findingsWords(words).fine }];
}

/** What is to come, or goes over years, has no rows that would explain it. */
export function hasRows({ rule }: Alert['facts']): boolean {
  return rule !== 'upcoming-bill' && rule !== 'goal';
}

/** Puts it on its way. */
export async function post(
  db: Queries,
  to: Recipient,
  message: Unasked & { readonly mail?: MailFrame },
  at: Date,
): Promise<void> {
  // A reply as the outbox keeps them, with what it tells beside it.
  const reply = { ...message, files: [], tools: [], model: null };
  await postMessage(db, to, JSON.stringify(reply), at);
}
