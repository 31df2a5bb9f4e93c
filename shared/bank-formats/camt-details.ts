import type { CamtDetail } from './camt-detail.ts';

/** Payments as objects take about 1.5 KB each, and keep the text they were cut from; as JSON in UTF-8 about 500 bytes. */
const PACK = 100;

/**
 * The payments of one entry, all of which must be at hand until it is known that they add up to it. Most entries have one, a
 * collective credit may have 100,000: those are packed away by the hundred, and unpacked as they are gone through.
 */
export class CamtDetails {
  private readonly packs: Buffer[] = [];
  private loose: CamtDetail[] = [];

  get size(): number {
    return this.packs.length * PACK + this.loose.length;
  }

  add(detail: CamtDetail): void {
    this.loose.push(detail);
    if (this.loose.length < PACK) return;
    this.packs.push(Buffer.from(JSON.stringify(this.loose)));
    this.loose = [];
  }

  *[Symbol.iterator](): Generator<CamtDetail> {
    for (const pack of this.packs) yield* JSON.parse(pack.toString()) as readonly CamtDetail[]; // what add made of them
    yield* this.loose;
  }
}
