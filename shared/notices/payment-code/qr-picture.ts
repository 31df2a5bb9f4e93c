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
  const middle = modules.size / 2;
  return drawn(modules, (column, row) => {
    const [x, y] = [column - middle, row - middle];
    if (Math.hypot(x, y) > DISC / 2) return undefined;
    return inHryvniaSign((x / (DISC - 4)) * 2, (y / (DISC - 4)) * 2);
  });
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

/** `over` draws over the modules, by position in modules from the top left corner: true is black, undefined leaves the module. */
function drawn(modules: Modules, over: (column: number, row: number) => boolean | undefined = () => undefined): Uint8Array {
  const size = (modules.size + 2 * QUIET_ZONE) * SCALE;
  return blackAndWhitePng(size, (x, y) => {
    const [column, row] = [(x + 0.5) / SCALE - QUIET_ZONE, (y + 0.5) / SCALE - QUIET_ZONE];
    if (column < 0 || row < 0 || column >= modules.size || row >= modules.size) return false;
    return over(column, row) ?? modules.get(Math.floor(row), Math.floor(column)) === 1;
  });
}
