/** What the server sees of an uploaded picture: it is one, and it is neither too big nor too narrow. */

import { badRequest } from './bot-api.ts';

const MAX_PHOTO = 10 * 1024 * 1024;

/** Width and height of a PNG or JPEG; throws as the Bot API does. */
export function readPhoto(content: Buffer): { width: number; height: number } {
  if (content.length > MAX_PHOTO) {
    throw badRequest(
      `file of size ${content.length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO} bytes`,
    );
  }
  const size = pngSize(content) ?? jpegSize(content);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  const { width, height } = size;
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS');
  }
  return size;
}

function pngSize(content: Buffer) {
  const isPng = content.length >= 24 && content.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
  return isPng ? { width: content.readUInt32BE(16), height: content.readUInt32BE(20) } : null;
}

function jpegSize(content: Buffer) {
  if (content.length < 4 || content.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < content.length; ) {
    const marker = content[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    at += 2 + content.readUInt16BE(at + 2);
  }
  return null;
}
