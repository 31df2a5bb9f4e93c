import { attempt } from './attempt.ts';
import { camtBalance } from './camt-balance.ts';
import { readDetail } from './camt-detail.ts';
import { CamtDetails } from './camt-details.ts';
import { readEntry } from './camt-entry.ts';
import { StatementError } from './statement-error.ts';
import type { StatementEvent } from './statement-event.ts';
import type { EntryFacts, StatementFormat } from './statement-item.ts';
import { child, textAt, type XmlElement } from './xml-element.ts';
import { type XmlHandler, XmlReader } from './xml-reader.ts';

/**
 * camt.052 (intraday report), .053 (statement), .054 (notification), any version: the parts that matter here have kept
 * their names from version 2 on. Of the document only one payment is in memory at a time, and what is kept of the others of its entry.
 * Yields what each piece of text completed. @throws StatementError
 */
export async function* readCamt(texts: AsyncIterable<string>): AsyncGenerator<Iterable<StatementEvent>> {
  const document = new CamtDocument();
  const xml = new XmlReader(document);
  for await (const text of texts) {
    const failure = attempt(() => xml.write(text));
    yield document.takeEvents();
    if (failure) throw failure.error;
  }
  xml.end();
  document.assertRecognised();
}

/** More payments in one batch than any bank sends; each is kept until the batch is complete, to see that they add up. */
const MAX_DETAILS = 100_000;

/** Characters of one entry without its payments, or of one payment. */
const MAX_PART = 1024 * 1024;

const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['BkToCstmrAcctRpt', 'Rpt'],
  ['BkToCstmrStmt', 'Stmt'],
  ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
]);

/** Follows the document by its levels: Document, message, statement, then the parts of a statement, each as a small tree. */
class CamtDocument implements XmlHandler {
  private events: Iterable<StatementEvent>[] = [];
  private format: StatementFormat | undefined;
  private depth = 0;
  /** Depth of <Document>, which may stand in an envelope of its own. */
  private documentDepth = 0;
  /** Declared on the way down to <Document>, by attribute name: 'xmlns', 'xmlns:ns2'. */
  private readonly namespaces = new Map<string, string>();
  private statementName: string | undefined;
  private inStatement = false;
  private account: string | undefined;
  private entryNumber = 0;
  /** The part being read, from the child of the statement down to the innermost open element. */
  private part: XmlElement[] = [];
  private partSize = 0;
  private details = new CamtDetails();

  open(qualifiedName: string, attributes: ReadonlyMap<string, string>): void {
    this.depth++;
    const name = localName(qualifiedName);
    const level = this.depth - this.documentDepth;
    if (this.part.length > 0) this.openInPart(name, attributes);
    else if (!this.format) this.lookForDocument(name, this.namespaceOf(qualifiedName, attributes));
    else if (level === 1) this.openMessage(name);
    else if (level === 2) this.openStatement(name);
    else if (level === 3 && this.inStatement) this.openPart(name, attributes);
  }

  text(value: string): void {
    const element = this.part.at(-1);
    if (!element) return;
    this.grow(value.length);
    if (element.text !== '' || value.trim() !== '') element.text += value;
  }

  close(): void {
    this.depth--;
    const element = this.part.pop();
    if (element) this.closeInPart(element);
    else if (this.format && this.depth === this.documentDepth + 1) this.inStatement = false;
  }

  /** The events of an entry are made while they are gone through. */
  takeEvents(): Iterable<StatementEvent> {
    const taken = this.events;
    this.events = [];
    return inTurn(taken);
  }

  assertRecognised(): void {
    if (!this.format) throw new StatementError('unsupportedFormat', 'the XML has no <Document> of a camt.052, .053 or .054 namespace');
  }

  /** Only of <Document>: what is below it is trusted to be in the same namespace. */
  private namespaceOf(name: string, attributes: ReadonlyMap<string, string>): string {
    for (const [attribute, value] of attributes) this.namespaces.set(attribute, value);
    const colon = name.indexOf(':');
    return this.namespaces.get(colon === -1 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`) ?? '';
  }

  private lookForDocument(name: string, namespace: string): void {
    if (name !== 'Document') return;
    const version = /camt\.05[234]\.001\.\d{2}/.exec(namespace)?.[0];
    if (!version) throw new StatementError('unsupportedFormat', `the namespace '${namespace}' is not one of camt.052, .053 or .054`);
    this.format = FORMATS[version.slice(0, 8)];
    this.documentDepth = this.depth;
    if (this.format) this.events.push([{ kind: 'format', format: this.format, version }]);
  }

  private openMessage(name: string): void {
    this.statementName = MESSAGES.get(name);
    if (!this.statementName) throw new StatementError('malformed', `<${name}> is not a message of camt.052, .053 or .054`);
  }

  private openStatement(name: string): void {
    this.inStatement = name === this.statementName;
    this.account = undefined;
  }

  private openPart(name: string, attributes: ReadonlyMap<string, string>): void {
    this.part = [{ name, attributes, children: [], text: '' }];
    this.partSize = 0;
    this.details = new CamtDetails();
  }

  private openInPart(name: string, attributes: ReadonlyMap<string, string>): void {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    this.part.at(-1)?.children.push(element);
    this.part.push(element);
    this.grow(name.length);
  }

  private grow(characters: number): void {
    this.partSize += characters;
    if (this.partSize > MAX_PART) throw new StatementError('tooLarge', `an entry or payment of more than ${MAX_PART} characters`);
  }

  private closeInPart(element: XmlElement): void {
    const parent = this.part.at(-1);
    if (!parent) this.closePart(element);
    else if (element.name === 'TxDtls' && parent.name === 'NtryDtls' && this.part.length === 2) this.takeDetail(element, parent);
  }

  /** A payment is read as soon as it is complete, and its tree given up: a batch can have very many. */
  private takeDetail(element: XmlElement, parent: XmlElement): void {
    this.details.add(readDetail(element));
    parent.children.pop();
    this.partSize = 0;
    if (this.details.size > MAX_DETAILS) throw new StatementError('tooLarge', `a batch of more than ${MAX_DETAILS} payments`);
  }

  private closePart(part: XmlElement): void {
    switch (part.name) {
      case 'Id':
        this.events.push([{ kind: 'statement', id: part.text.trim() }]);
        return;
      case 'Acct':
        this.account = accountOf(part);
        return;
      case 'Bal':
        this.events.push(camtBalance(part, this.account, this.format));
        return;
      case 'Ntry':
        this.entryNumber++;
        this.events.push(entryEvents(readEntry(part, this.details, { entryNumber: this.entryNumber, account: this.account })));
    }
  }
}

function* inTurn<T>(parts: Iterable<Iterable<T>>): Generator<T> {
  for (const part of parts) yield* part;
}

const entryEvents = (facts: Generator<EntryFacts>): Iterable<StatementEvent> => facts.map((of) => ({ kind: 'entry', facts: of }));

const FORMATS: Readonly<Record<string, StatementFormat>> = { 'camt.052': 'camt.052', 'camt.053': 'camt.053', 'camt.054': 'camt.054' };

const accountOf = (acct: XmlElement): string | undefined => textAt(acct, 'Id', 'IBAN') ?? textAt(child(acct, 'Id'), 'Othr', 'Id');

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
