import { inflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { composeMessage } from '../../../shared/notices/compose-message.ts';
import { epcPicture, nbuPicture } from '../../../shared/notices/payment-code/qr-picture.ts';
import { facts, hryvnias, item } from '../facts.ts';

const MODULE = 6;
const QUIET_ZONE = 4;

/** The pixels of a PNG of one bit a pixel without filters, which is what we write. */
function pixelsOf(png: Uint8Array): { readonly size: number; readonly isBlack: (x: number, y: number) => boolean } {
  const bytes = Buffer.from(png);
  const size = bytes.readUInt32BE(16);
  const data = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4)));
  const rowBytes = Math.ceil(size / 8) + 1;
  return { size, isBlack: (x, y) => ((rows[y * rowBytes + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 };
}

/** Modules of the picture that differ from the symbol, by their distance from the middle. */
function differences(png: Uint8Array, symbol: ReturnType<typeof create>): readonly number[] {
  const { size, isBlack } = pixelsOf(png);
  const { modules } = symbol;
  expect(size).toBe((modules.size + 2 * QUIET_ZONE) * MODULE);
  const at = (module: number) => (module + QUIET_ZONE) * MODULE + MODULE / 2;
  const places = Array.from({ length: modules.size ** 2 }, (_, index) => [Math.floor(index / modules.size), index % modules.size] as const);
  return places
    .filter(([row, column]) => isBlack(at(column), at(row)) !== (modules.get(row, column) === 1))
    .map(([row, column]) => Math.hypot(row + 0.5 - modules.size / 2, column + 0.5 - modules.size / 2));
}

test('the picture is the symbol, module by module, in a white border', () => {
  const png = epcPicture('BCD\n002\n1\nSCT');
  expect(differences(png, create('BCD\n002\n1\nSCT', { errorCorrectionLevel: 'M' }))).toEqual([]);
  expect(pixelsOf(png).isBlack(QUIET_ZONE * MODULE - 1, QUIET_ZONE * MODULE)).toBe(false);
  expect(pixelsOf(png).isBlack(QUIET_ZONE * MODULE, QUIET_ZONE * MODULE)).toBe(true);
});

test.each([
  ['short', 242, 'Q', 16],
  ['longer', 364, 'Q', 17],
  ['long', 498, 'M', 17],
] as const)('a %s code for hryvnias covers only a disc of 25 modules with the sign', (_, length, errorCorrectionLevel, version) => {
  const link = 'https://bank.gov.ua/qr/'.padEnd(length, 'QkNE');
  const png = nbuPicture(link);
  const covered = differences(png, create(link, { errorCorrectionLevel, version }));
  expect(covered.length).toBeGreaterThan(100);
  expect(Math.max(...covered)).toBeLessThan(12.6); // a pixel beside the middle of its module
  const { size, isBlack } = pixelsOf(png);
  expect(isBlack(size / 2, size / 2)).toBe(true); // the slanted stroke of the sign
  expect(isBlack(size / 2, size / 2 - 6 * MODULE)).toBe(false);
});

const accounts = [
  { currency: 'UAH', name: 'АТ «СК «Надія»', iban: 'UA213223130000026007233566001', registryCode: '12345678' },
  { currency: 'EUR', name: 'Nadiya AG', iban: 'DE89370400440532013000' },
];
const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

test('the message shows the code of each policy that it brings, with what it pays', () => {
  const inEuros = { ...item, policyNumber: 'FLEET-8', amount: euros(5000), outstanding: euros(5000) };
  const { html, attachments = [] } = composeMessage({ ...facts, accounts, items: [item, { ...item, installment: 3 }, inEuros] });
  expect(attachments.map(({ cid }) => cid)).toEqual(['payment-1@premium-control', 'payment-2@premium-control']);
  for (const { cid } of attachments) expect(html).toContain(`src="cid:${cid}"`);
  expect(html.replaceAll('\u00a0', ' ')).toContain('to pay UAH 25,001.00 for policy CARGO-2026-000123');
  expect(html.replaceAll('\u00a0', ' ')).toContain('to pay EUR 50.00 for policy FLEET-8');
});

test('there is no code for who is not asked to pay, nor a wall of them', () => {
  const codes = (changes: object) => composeMessage({ ...facts, accounts, ...changes }).attachments ?? [];
  expect(codes({}).length).toBe(1);
  expect(codes({ audience: 'informed' })).toEqual([]);
  expect(codes({ kind: 'lapse' })).toEqual([]);
  expect(codes({ items: [{ ...item, outstanding: hryvnias(0) }] })).toEqual([]);
  expect(codes({ items: [1, 2, 3, 4, 5].map((number) => ({ ...item, policyNumber: `P-${number}` })) })).toEqual([]);
});
