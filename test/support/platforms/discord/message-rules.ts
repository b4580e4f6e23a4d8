/** What Discord asks of a message's body. */

import { FormCheck, refusal } from './api-error.ts';
import { checkRows } from './component-rules.ts';
import type { UploadedFile } from './request-body.ts';

export type Body = Readonly<Record<string, unknown>>;

const MAX_CONTENT = 2000;
const MAX_FILES = 10;
/** attachment_size_limit without boosts. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

export interface MessageRules {
  /** An edit may leave everything out. */
  readonly isEdit: boolean;
  /** Webhooks and interaction answers take no nonce and no reference. */
  readonly isWebhook?: boolean;
}

/** Throws the refusal that Discord would answer with. */
export function checkMessage(body: Body, files: readonly UploadedFile[], rules: MessageRules): void {
  const check = new FormCheck();
  if (body.content !== undefined && body.content !== null) check.text(['content'], body.content, MAX_CONTENT);
  if (body.embeds !== undefined && body.embeds !== null) checkEmbeds(check, body.embeds);
  if (body.components !== undefined && body.components !== null) checkRows(check, body.components);
  if (body.allowed_mentions !== undefined && body.allowed_mentions !== null) {
    checkAllowedMentions(check, body.allowed_mentions as Body);
  }
  checkAttachments(check, body, files);
  if (!rules.isWebhook && body.nonce !== undefined) {
    if (typeof body.nonce === 'string') check.text(['nonce'], body.nonce, 25);
    else if (!Number.isInteger(body.nonce)) check.fault(['nonce'], 'NONCE_TYPE', 'Nonce must be a string or integer.');
  }
  const flags = Number(body.flags ?? 0);
  // 1 << 15: components v2, whose messages have no content. Purser does not use them.
  if (flags & 32768) check.fault(['flags'], 'FLAGS', 'This server does not speak components v2.');
  check.finish();
  if (files.some((file) => file.bytes.length > MAX_FILE_BYTES)) throw refusal('tooLarge');
  if (!rules.isEdit && isEmpty(body, files)) throw refusal('emptyMessage');
}

function isEmpty(body: Body, files: readonly UploadedFile[]): boolean {
  const lists = [body.embeds, body.sticker_ids, body.components];
  return (
    String(body.content ?? '').trim() === '' &&
    files.length === 0 &&
    lists.every((list) => !Array.isArray(list) || list.length === 0)
  );
}

function checkEmbeds(check: FormCheck, embeds: unknown): void {
  if (!check.list(['embeds'], embeds, 10)) return;
  let total = 0;
  const text = (path: (string | number)[], value: unknown, max: number, min = 0) => {
    if (value === undefined || value === null) return;
    if (check.text(path, value, max, min)) total += value.length;
  };
  for (const [index, embed] of (embeds as Body[]).entries()) {
    const at = ['embeds', index];
    text([...at, 'title'], embed.title, 256);
    text([...at, 'description'], embed.description, 4096);
    text([...at, 'footer', 'text'], (embed.footer as Body | undefined)?.text, 2048);
    text([...at, 'author', 'name'], (embed.author as Body | undefined)?.name, 256);
    if (embed.fields !== undefined && check.list([...at, 'fields'], embed.fields, 25)) {
      for (const [number, field] of (embed.fields as Body[]).entries()) {
        text([...at, 'fields', number, 'name'], field.name ?? '', 256, 1);
        text([...at, 'fields', number, 'value'], field.value ?? '', 1024, 1);
      }
    }
  }
  if (total > 6000) {
    check.fault(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
}

function checkAllowedMentions(check: FormCheck, allowed: Body): void {
  const parse = (allowed.parse ?? []) as unknown[];
  for (const [index, value] of parse.entries()) {
    check.choice(['allowed_mentions', 'parse', index], value, ['roles', 'users', 'everyone']);
  }
  for (const kind of ['users', 'roles']) {
    const ids = allowed[kind];
    if (ids === undefined) continue;
    check.list(['allowed_mentions', kind], ids, 100);
    if (Array.isArray(ids) && ids.length > 0 && parse.includes(kind)) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      check.fault(['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
    }
  }
}

function checkAttachments(check: FormCheck, body: Body, files: readonly UploadedFile[]): void {
  if (files.length > MAX_FILES) check.list(['attachments'], files, MAX_FILES);
  if (body.attachments === undefined) return;
  if (!check.list(['attachments'], body.attachments, MAX_FILES)) return;
  for (const [index, attachment] of (body.attachments as Body[]).entries()) {
    const at = ['attachments', index];
    if (attachment.description !== undefined && attachment.description !== null) {
      check.text([...at, 'description'], attachment.description, 1024);
    }
    const id = String(attachment.id);
    // Long ids are of attachments that are there already.
    if (id.length < 15 && !files.some((file) => file.id === id)) {
      check.fault([...at, 'id'], 'BASE_TYPE_CHOICES', `There is no files[${id}].`);
    }
  }
}
