/** The HTML of a mail: one column, as wide as a phone or a page, light or dark; it fetches nothing. */

export interface Body {
  readonly subject: string;
  /** The first one is what it is about. */
  readonly lines: readonly string[];
  readonly footer: string;
  readonly pictures: readonly { readonly alt: string; readonly cid: string }[];
  /** BCP 47 tag, for those who have it read to them. */
  readonly language: string;
}

export function htmlBody({ subject, lines, footer, pictures, language }: Body): string {
  const [first = '', ...rest] = lines;
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  body, .page { background: #161614 !important; }
  .sheet { background: #22221f !important; color: #ecece6 !important; }
  .quiet { color: #a5a59c !important; border-color: #3b3b36 !important; }
}
</style>
</head>
<body style="margin:0; padding:0; background:#f3f3ef;">
<div class="page" style="background:#f3f3ef; padding:16px 8px;">
<div class="sheet" style="${sheet}">
<p style="margin:0 0 16px; font-size:18px; line-height:1.4; font-weight:600;">${escaped(first)}</p>
${pictures.map(picture).join('\n')}
${rest.map((line) => `<p style="margin:0 0 12px;">${escaped(line)}</p>`).join('\n')}
${footer === '' ? '' : `<p class="quiet" style="${quiet}">${escaped(footer)}</p>`}
</div>
</div>
</body>
</html>
`;
}

const sheet = [
  'max-width:560px; margin:0 auto; padding:20px 20px 12px; box-sizing:border-box;',
  'background:#ffffff; color:#1d1d1b; border-radius:12px; overflow-wrap:break-word;',
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif; font-size:16px; line-height:1.5;",
].join(' ');

const quiet =
  'margin:20px 0 0; padding-top:12px; border-top:1px solid #e4e4de; color:#6a6a63; font-size:13px; line-height:1.45;';

function picture({ alt, cid }: Body['pictures'][number]): string {
  const style = 'display:block; width:100%; max-width:520px; height:auto; margin:0 0 16px; border-radius:8px;';
  return `<img src="cid:${escaped(cid)}" alt="${escaped(alt)}" width="520" style="${style}">`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
