/** Control characters break headers; format characters (bidi overrides, marks, tags) make text read as what it is not. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const FORMAT = /[\p{Cf}--[\u200c\u200d]]/gv;

/**
 * Text from outside as one line that is safe to put anywhere, a header included: no control or bidi characters, no lone
 * surrogates, single spaces. The two joiners stay: emoji and several scripts are spelled with them.
 */
export function oneLine(text: string, longest = 200): string {
  const line = text.toWellFormed().replace(CONTROL, ' ').replace(FORMAT, '').replace(/ {2,}/g, ' ').trim();
  return shortened(line, longest);
}

/** Cut at a whole character as the reader sees it, with an ellipsis. `longest` counts UTF-16 units, what limits are made of. */
function shortened(line: string, longest: number): string {
  if (line.length <= longest) return line;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (kept.length + segment.length > longest - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
