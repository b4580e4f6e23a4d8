/** Which characters a TrueType font has glyphs for: its "cmap" table, formats 4 and 12 of the OpenType specification. */

/** The code points that the font file maps to a glyph. */
export function charactersOf(font: Buffer): Set<number> {
  const characters = new Set<number>();
  const cmap = tableOffset(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 12) {
      for (let group = 0; group < font.readUInt32BE(subtable + 12); group++) {
        const at = subtable + 16 + group * 12;
        addRange(characters, font.readUInt32BE(at), font.readUInt32BE(at + 4));
      }
    } else if (format === 4) {
      const segments = font.readUInt16BE(subtable + 6) / 2;
      for (let segment = 0; segment < segments; segment++) {
        const end = font.readUInt16BE(subtable + 14 + segment * 2);
        const start = font.readUInt16BE(subtable + 16 + segments * 2 + segment * 2);
        if (start !== 0xffff) addRange(characters, start, end);
      }
    }
  }
  if (characters.size === 0) throw new Error('The font has no character map of a known format.');
  return characters;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`The font has no table "${tag}".`);
}

function addRange(characters: Set<number>, start: number, end: number): void {
  for (let code = start; code <= end; code++) characters.add(code);
}
