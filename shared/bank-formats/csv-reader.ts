import { CsvError, parse } from 'csv-parse';
import { CSV_COLUMNS } from './recognise-format.ts';
import { StatementError } from './statement-error.ts';
import type { StatementItem } from './statement-item.ts';
import { usableMoney } from './usable-money.ts';

const MAX_RECORD = 64 * 1024;

/**
 * CSV of our contract: every row is a booked credit that brings its own paymentId and may name its policy. A row of the wrong
 * length means that a quote or a comma went wrong somewhere: what follows can't be trusted, so the file can't be read.
 * @throws StatementError
 */
export async function* readCsv(texts: AsyncIterable<string>): AsyncGenerator<readonly StatementItem[]> {
  yield [{ kind: 'format', format: 'CSV' }];
  let entryNumber = -1; // the header is row 0
  let brokenRow: number | undefined;
  for await (const row of rowsOf(texts)) {
    if (brokenRow !== undefined) throw new StatementError('malformed', `row ${brokenRow} does not have ${CSV_COLUMNS.length} columns`);
    entryNumber++;
    if (row.length !== CSV_COLUMNS.length) brokenRow = entryNumber;
    else if (entryNumber > 0) yield [readRow(row, entryNumber)];
  }
  if (brokenRow !== undefined)
    throw new StatementError('truncated', `row ${brokenRow}, the last one, does not have ${CSV_COLUMNS.length} columns`);
}

/** The rows of each piece of text as soon as it is parsed, also those before an error. */
async function* rowsOf(texts: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rows: (readonly string[])[] = [];
  const collect = (row: readonly string[]) => {
    rows.push(row);
    return null; // nothing goes to the parser's own output, which an error would throw away
  };
  const parser = parse({ max_record_size: MAX_RECORD, relax_column_count: true, skip_empty_lines: true, on_record: collect });
  parser.on('error', () => undefined); // told to the callbacks below as well
  for await (const text of texts) {
    const failure = await told((done) => parser.write(text, done));
    yield* rows;
    rows = [];
    if (failure) throw asStatementError(failure);
  }
  const failure = await told((done) => parser.end(done));
  yield* rows;
  if (failure) throw asStatementError(failure);
}

const told = (act: (done: (error?: Error | null) => void) => void): Promise<Error | null | undefined> =>
  new Promise((resolve) => act(resolve));

const asStatementError = (cause: Error): Error =>
  cause instanceof CsvError ? new StatementError(CODES.get(cause.code) ?? 'malformed', cause.message, { cause }) : cause;

const CODES: ReadonlyMap<CsvError['code'], 'truncated' | 'tooLarge'> = new Map([
  ['CSV_QUOTE_NOT_CLOSED', 'truncated'],
  ['CSV_MAX_RECORD_SIZE', 'tooLarge'],
]);

function readRow(row: readonly string[], entryNumber: number): StatementItem {
  const [paymentId = '', policyNumber = '', amount = '', currency = '', receivedOn = '', payer = '', reference = ''] = row.map((field) =>
    field.trim(),
  );
  const rejected = (detail: string): StatementItem => ({ kind: 'rejected', entryNumber, detail });
  if (!IDENTIFIER.test(paymentId)) return rejected('paymentId: 1 to 64 characters are needed');
  if (policyNumber !== '' && !IDENTIFIER.test(policyNumber)) return rejected('policyNumber: no more than 64 characters');
  const money = usableMoney({ amount, currency, bookedOn: receivedOn });
  if (typeof money === 'string') return rejected(money);
  return {
    kind: 'credit',
    entryNumber,
    status: 'booked',
    direction: 'credit',
    paymentId,
    ...(policyNumber && { policyNumber }),
    ...money,
    references: {},
    counterparty: payer ? { name: payer } : {},
    structuredReferences: [],
    remittance: reference,
    additionalInformation: '',
  };
}

/** Ids of the contract: any script, no control characters. */
const IDENTIFIER = /^[^\p{Cc}]{1,64}$/u;
