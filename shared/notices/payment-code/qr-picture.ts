import { create } from 'qrcode';
import { inHryvniaSign } from './hryvnia-sign.ts';
import { blackAndWhitePng } from './png.ts';

/** Pixels a module, for sharp edges on dense screens; and the empty border that ISO 18004 asks for, in modules. */
const SCALE = 6;
const QUIET_ZONE = 4;

/** EPC069-12: level M, at most version 13. */
export const epcPicture = (content: string): Uint8Array => drawn(create(content, { errorCorrectionLevel: 'M' }).modules);

/**
 * The National Bank's rules (resolution no. 97, annex 1) ask for the hryvnia sign on a white disc in the middle, and for level Q or M,
 * which restore what the disc covers. In versions 16 and 17 the disc is 25 modules across, and the sign's circle 4 less.
 */
export function nbuPicture(link: string): Uint8Array {
  const { modules } = nbuSymbol(link);
  return drawn(modules, signOver(modules.size));
}

type Over = (x: number, y: number) => boolean | undefined;

const signs = new Map<number, Over>();

/** The disc is the same in every symbol of a size, and drawing it takes longer than all else: it is drawn once. */
function signOver(size: number): Over {
  const known = signs.get(size) ?? signIn(size);
  signs.set(size, known);
  return known;
}

/** The disc with its sign, pixel by pixel: undefined outside of it. */
function signIn(size: number): Over {
  const first = Math.floor((size - DISC) / 2 + QUIET_ZONE) * SCALE;
  const width = (DISC + 1) * SCALE;
  const middle = (size / 2 + QUIET_ZONE) * SCALE;
  const pixels = Array.from({ length: width * width }, (_, at) => {
    const x = (first + (at % width) + 0.5 - middle) / SCALE;
    const y = (first + Math.floor(at / width) + 0.5 - middle) / SCALE;
    return Math.hypot(x, y) > DISC / 2 ? undefined : inHryvniaSign((x / (DISC - 4)) * 2, (y / (DISC - 4)) * 2);
  });
  const last = first + width;
  return (x, y) => (x < first || y < first || x >= last || y >= last ? undefined : pixels[(y - first) * width + x - first]);
}

const DISC = 25;

/** The strongest that holds the content: version 16 restores a quarter of 322 bytes, 17 of 364; 504 bytes only with level M. */
function nbuSymbol(link: string) {
  const bytes = Buffer.byteLength(link);
  if (bytes <= 322) return create(link, { errorCorrectionLevel: 'Q', version: 16 });
  return create(link, { errorCorrectionLevel: bytes <= 364 ? 'Q' : 'M', version: 17 });
}

interface Modules {
  readonly size: number;
  get(row: number, column: number): number;
}

/** `over` draws over the modules, by position in pixels from the top left corner: true is black, undefined leaves the module. */
function drawn(modules: Modules, over: Over = () => undefined): Uint8Array {
  const size = (modules.size + 2 * QUIET_ZONE) * SCALE;
  return blackAndWhitePng(size, (x, y) => {
    const column = Math.floor(x / SCALE) - QUIET_ZONE;
    const row = Math.floor(y / SCALE) - QUIET_ZONE;
    if (column < 0 || row < 0 || column >= modules.size || row >= modules.size) return false;
    return over(x, y) ?? modules.get(row, column) === 1;
  });
}
