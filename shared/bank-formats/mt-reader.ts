import { attempt } from './attempt.ts';
import { mtBalance } from './mt-amounts.ts';
import { type MtDetails, readMtDetails } from './mt-details.ts';
import { type EntryLine, readEntryLine } from './mt-entry-line.ts';
import { type MtField, mtFields } from './mt-fields.ts';
import { returnReferences } from './reference-keys.ts';
import { StatementError } from './statement-error.ts';
import type { StatementEvent } from './statement-event.ts';
import type { EntryFacts } from './statement-item.ts';

/** MT940 (statement) and MT942 (interim report): the fields differ, the entries don't. Yields what each piece of text completed. @throws StatementError */
export async function* readMt(texts: AsyncIterable<string>, format: 'MT940' | 'MT942'): AsyncGenerator<readonly StatementEvent[]> {
  const messages = new Messages(format);
  yield [{ kind: 'format', format }];
  for await (const fields of mtFields(texts)) {
    const failure = attempt(() => messages.read(fields));
    yield messages.take();
    if (failure) throw failure.error;
  }
  const failure = attempt(() => messages.finish());
  yield messages.take();
  if (failure) throw failure.error;
}

/** What is known of the message being read. A part of a file that has no :20: is read as far as it makes sense. */
interface Message {
  /** Between {4: and -} of the SWIFT envelope. */
  readonly bracketed: boolean;
  readonly account?: string;
  readonly currency?: string;
  /** A statement began with :20: and has no closing balance yet: a file that ends here is cut. Interim reports have none. */
  readonly open: boolean;
}

const NO_MESSAGE: Message = { bracketed: false, open: false };

class Messages {
  private readonly format: 'MT940' | 'MT942';
  private events: StatementEvent[] = [];
  private message = NO_MESSAGE;
  private entryNumber = 0;
  /** The last :61:, which a :86: may still follow. */
  private entry: EntryLine | undefined;

  constructor(format: 'MT940' | 'MT942') {
    this.format = format;
  }

  read(fields: readonly MtField[]): void {
    for (const field of fields) this.readField(field);
  }

  finish(): void {
    this.completeEntry([]);
    if (this.message.bracketed) throw new StatementError('truncated', 'the file ends inside a message: -} is missing');
    this.endMessage();
  }

  take(): readonly StatementEvent[] {
    const taken = this.events;
    this.events = [];
    return taken;
  }

  private readField({ tag, lines }: MtField): void {
    this.completeEntry(tag === '86' ? lines : []);
    switch (tag) {
      case '{4:':
      case '20':
        this.beginMessage(tag);
        break;
      case '60F':
      case '60M':
        this.openingBalance(tag, lines.join(''));
        break;
      case '61':
        this.beginEntry(lines);
        break;
      case '62F':
      case '62M':
        this.closingBalance(tag, lines.join(''));
        break;
      case '-':
      case '-}':
        this.endMessage();
        break;
      default:
        this.describeMessage(tag, lines.join('').trim());
    }
  }

  private beginMessage(tag: string): void {
    const bracketed = tag === '{4:' || this.message.bracketed;
    this.endMessage();
    this.message = { bracketed, open: tag === '20' && this.format === 'MT940' };
    this.events.push({ kind: 'statement', id: '' });
  }

  private describeMessage(tag: string, text: string): void {
    if (tag === '25' || tag === '25P') this.message = { ...this.message, account: text };
    if (tag === '28' || tag === '28C') this.events.push({ kind: 'statement', id: text });
    if (tag === '34F') this.message = { ...this.message, currency: text.slice(0, 3), open: false }; // of an interim report, which has no balances
  }

  private openingBalance(tag: string, text: string): void {
    const found = mtBalance(text);
    if (!found) throw new StatementError('malformed', `:${tag}: '${text.slice(0, 40)}' is not a balance`);
    const { balance } = found;
    this.message = { ...this.message, currency: balance.currency };
    this.events.push({ kind: 'opening', account: this.message.account ?? '', balance });
  }

  private closingBalance(tag: string, text: string): void {
    const found = mtBalance(text);
    if (!found) throw new StatementError('malformed', `:${tag}: '${text.slice(0, 40)}' is not a balance`);
    this.message = { ...this.message, open: false };
    this.events.push({ kind: 'closing', account: this.message.account ?? '', ...found, final: tag === '62F' });
  }

  private beginEntry(lines: readonly string[]): void {
    this.entry = readEntryLine(lines);
    if (!this.entry) throw new StatementError('malformed', `:61: '${lines.join(' ').slice(0, 60)}' can't be read`);
  }

  private completeEntry(details: readonly string[]): void {
    if (!this.entry) return;
    this.entryNumber++;
    const { account, currency } = this.message;
    const facts = { ...factsOf(this.entry, readMtDetails(details)), entryNumber: this.entryNumber, account, currency };
    this.events.push({ kind: 'entry', facts });
    this.entry = undefined;
  }

  private endMessage(): void {
    if (this.message.open) throw new StatementError('truncated', 'a message ends without its closing balance :62F:');
    this.message = NO_MESSAGE;
  }
}

function factsOf(line: EntryLine, details: MtDetails): Omit<EntryFacts, 'entryNumber'> {
  const { bank, customer, returns, supplementary, ...facts } = line;
  const references = { ...details.references, bank, customer };
  const isReturn = returns || details.returnReason !== undefined;
  return {
    ...facts,
    references,
    counterparty: details.counterparty,
    structuredReferences: details.structuredReferences,
    remittance: details.remittance,
    additionalInformation: [details.additionalInformation, ...supplementary].filter(Boolean).join('\n'),
    returnOf: isReturn
      ? { reason: details.returnReason || undefined, references: returnReferences(references, details.structuredReferences) }
      : undefined,
  };
}
