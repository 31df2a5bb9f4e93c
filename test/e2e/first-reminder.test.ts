import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Insurer, startInsurer } from '../support/insurer.ts';

/** What a policyholder finds in the letters about one installment, due on 1 December 2026: C1 is on 17 November, C2 on the 30th. */
let insurer: Insurer;

beforeAll(async () => {
  insurer = await startInsurer('2026-11-01T08:00:00Z');
  await insurer.client('UA-1');
  await insurer.policy('CARGO-1');
  await insurer.advanceTo('2026-11-30T20:00:00Z');
});
afterAll(() => insurer.cloud.stop());

interface Kept {
  readonly destination: { readonly to: readonly string[] };
  readonly body: { readonly text: string };
  readonly attachments: readonly { readonly filename: string; readonly contentType: string }[];
}

async function lettersTo(address: string): Promise<readonly Kept[]> {
  const { emails } = (await (await fetch(`${insurer.cloud.mailUrl}/store`)).json()) as { readonly emails: readonly Kept[] };
  return emails.filter(({ destination }) => destination.to.join().includes(address));
}

test('the first reminder brings the due date for the calendar, once; each letter that asks for money a code to pay with', async () => {
  const files = (await lettersTo('cfo@example.com')).map(({ attachments }) => attachments.map(({ filename }) => filename));
  expect(files).toEqual([['payment-1.png', 'due-date.ics'], ['payment-1.png']]);
});

test("they name the insurer's account in the currency that is owed, and no other", async () => {
  for (const { body } of await lettersTo('cfo@example.com')) {
    expect(body.text).toContain('IBAN (UAH): UA21 3223 1300 0002 6007 2335 6600 1');
    expect(body.text).not.toContain('DE89');
  }
});

test('who is only informed gets neither', async () => {
  const informed = await lettersTo('olena@example.com');
  expect(informed.length).toBeGreaterThan(0);
  expect(informed.flatMap(({ attachments }) => attachments)).toEqual([]);
});
