/** Block Kit's limits, for messages and modals. */

import { ApiError } from './api-error.ts';
import type { Json } from './workspace.ts';

const MAX_MESSAGE_BLOCKS = 50;
const MAX_MODAL_BLOCKS = 100;
/** Past this many characters in all blocks a message is refused. */
const MAX_MESSAGE_CHARACTERS = 13_200;

type Problems = string[];

/** The blocks of a message, or a refusal. */
export function checkMessageBlocks(given: unknown): Json[] {
  const blocks = readBlocks(given);
  if (blocks.length > MAX_MESSAGE_BLOCKS)
    refuse([`no more than ${MAX_MESSAGE_BLOCKS} items allowed [json-pointer:/blocks]`]);
  refuse(blockProblems(blocks, 'message'));
  if (textLength(blocks) > MAX_MESSAGE_CHARACTERS) throw new ApiError('msg_blocks_too_long');
  return blocks;
}

/** The view of views.open and views.update, or a refusal. */
export function checkView(given: unknown): Json {
  const view = (typeof given === 'string' ? parse(given) : given) as Json;
  if (typeof view !== 'object' || view === null) throw new ApiError('invalid_arguments');
  const problems: Problems = [];
  if (view.type !== 'modal') problems.push('unsupported type [json-pointer:/view/type]');
  checkPlain(view.title, 24, '/view/title', problems, true);
  checkPlain(view.submit, 24, '/view/submit', problems);
  checkPlain(view.close, 24, '/view/close', problems);
  checkLength(view.callback_id, 255, '/view/callback_id', problems);
  checkLength(view.private_metadata, 3_000, '/view/private_metadata', problems);
  const blocks = readBlocks(view.blocks);
  if (blocks.length > MAX_MODAL_BLOCKS)
    problems.push(`no more than ${MAX_MODAL_BLOCKS} items allowed [json-pointer:/view/blocks]`);
  if (blocks.some((block) => block.type === 'input') && !view.submit) problems.push('missing required field: submit');
  problems.push(...blockProblems(blocks, 'modal'));
  if (problems.length > 0) throw new ApiError('invalid_arguments', { response_metadata: { messages: problems } });
  return { ...view, blocks };
}

function readBlocks(given: unknown): Json[] {
  const blocks = typeof given === 'string' ? parse(given) : given;
  if (!Array.isArray(blocks)) throw new ApiError('invalid_blocks_format');
  return blocks as Json[];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('invalid_blocks_format');
  }
}

function refuse(problems: Problems): void {
  if (problems.length > 0) throw new ApiError('invalid_blocks', { response_metadata: { messages: problems } });
}

function blockProblems(blocks: readonly Json[], where: 'message' | 'modal'): Problems {
  const problems: Problems = [];
  const ids = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    const at = `/blocks/${index}`;
    checkLength(block.block_id, 255, `${at}/block_id`, problems);
    if (block.block_id !== undefined && ids.has(block.block_id))
      problems.push(`block_id already exists [json-pointer:${at}]`);
    ids.add(block.block_id);
    checkBlock(block, where, at, problems);
  }
  return problems;
}

function checkBlock(block: Json, where: 'message' | 'modal', at: string, problems: Problems): void {
  const elements = (block.elements ?? []) as Json[];
  switch (block.type) {
    case 'section': {
      const fields = (block.fields ?? []) as Json[];
      if (block.text === undefined && fields.length === 0)
        problems.push(`missing required field: text [json-pointer:${at}]`);
      if (block.text !== undefined) checkText(block.text, 3_000, `${at}/text`, problems);
      if (fields.length > 10) problems.push(`no more than 10 items allowed [json-pointer:${at}/fields]`);
      for (const field of fields) checkText(field, 2_000, `${at}/fields`, problems);
      if (block.accessory) checkElement(block.accessory as Json, `${at}/accessory`, problems);
      return;
    }
    case 'header':
      checkPlain(block.text, 150, `${at}/text`, problems, true);
      return;
    case 'markdown':
      if (typeof block.text !== 'string' || block.text === '')
        problems.push(`must be a string [json-pointer:${at}/text]`);
      checkLength(block.text, 12_000, `${at}/text`, problems);
      return;
    case 'divider':
      return;
    case 'context':
      if (elements.length === 0 || elements.length > 10)
        problems.push(`must have 1 to 10 items [json-pointer:${at}/elements]`);
      for (const element of elements)
        if (element.type !== 'image') checkText(element, 2_000, `${at}/elements`, problems);
      return;
    case 'actions': {
      if (elements.length === 0 || elements.length > 25)
        problems.push(`must have 1 to 25 items [json-pointer:${at}/elements]`);
      const ids = elements.map((element) => element.action_id).filter(Boolean);
      if (new Set(ids).size < ids.length) problems.push(`action_id already exists [json-pointer:${at}/elements]`);
      for (const element of elements) checkElement(element, `${at}/elements`, problems);
      return;
    }
    case 'input':
      if (where === 'message') problems.push(`unsupported type: input [json-pointer:${at}/type]`);
      checkPlain(block.label, 2_000, `${at}/label`, problems, true);
      checkElement((block.element ?? {}) as Json, `${at}/element`, problems);
      return;
    case 'image':
      checkLength(block.alt_text, 2_000, `${at}/alt_text`, problems);
      if (!block.alt_text) problems.push(`missing required field: alt_text [json-pointer:${at}]`);
      return;
    default:
      problems.push(`unsupported type: ${String(block.type)} [json-pointer:${at}/type]`);
  }
}

function checkElement(element: Json, at: string, problems: Problems): void {
  checkLength(element.action_id, 255, `${at}/action_id`, problems);
  if (element.type === 'button') {
    checkPlain(element.text, 75, `${at}/text`, problems, true);
    checkLength(element.value, 2_000, `${at}/value`, problems);
    if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger')
      problems.push(`invalid style [json-pointer:${at}/style]`);
  } else if (element.type === 'plain_text_input') {
    checkLength(element.initial_value, 3_000, `${at}/initial_value`, problems);
    if (element.placeholder) checkPlain(element.placeholder, 150, `${at}/placeholder`, problems);
  } else problems.push(`unsupported type: ${String(element.type)} [json-pointer:${at}/type]`);
}

function checkText(given: unknown, limit: number, at: string, problems: Problems): void {
  const text = given as Json;
  if (text?.type !== 'mrkdwn' && text?.type !== 'plain_text')
    problems.push(`unsupported type [json-pointer:${at}/type]`);
  if (typeof text?.text !== 'string' || text.text === '')
    problems.push(`must be more than 0 characters [json-pointer:${at}/text]`);
  checkLength(text?.text, limit, `${at}/text`, problems);
}

function checkPlain(given: unknown, limit: number, at: string, problems: Problems, required = false): void {
  if (given === undefined || given === null) {
    if (required) problems.push(`missing required field [json-pointer:${at}]`);
    return;
  }
  if ((given as Json).type !== 'plain_text') problems.push(`must be plain_text [json-pointer:${at}/type]`);
  checkText(given, limit, at, problems);
}

function checkLength(given: unknown, limit: number, at: string, problems: Problems): void {
  if (given === undefined || given === null) return;
  if (typeof given !== 'string') problems.push(`must be a string [json-pointer:${at}]`);
  else if (given.length > limit) problems.push(`must be less than ${limit + 1} characters [json-pointer:${at}]`);
}

function textLength(given: unknown): number {
  if (Array.isArray(given)) return given.reduce((sum: number, each) => sum + textLength(each), 0);
  if (typeof given !== 'object' || given === null) return 0;
  return Object.entries(given).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}
