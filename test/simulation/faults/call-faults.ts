import type { SimulatedCall } from '../engine/simulated-call.ts';
import { BUS_FAULTS, CALL_FAULTS, type FaultKind, MAIL_FAULTS, READ_FILE_FAULTS, WRITE_FAULTS } from './fault-kinds.ts';

const kindsOf = <K extends FaultKind>(faults: Readonly<Record<K, number>>): readonly K[] => Object.keys(faults) as K[];

const ANY = kindsOf(CALL_FAULTS);
const WRITE = [...kindsOf(WRITE_FAULTS), ...ANY];
/** Those that mail has in its own form. */
const OTHERWISE: readonly FaultKind[] = ['throttled', 'serverError', 'answerLost', 'requestSlow'];
const MAIL = [...kindsOf(MAIL_FAULTS), ...ANY.filter((kind) => !OTHERWISE.includes(kind))];
const FILES = [...kindsOf(READ_FILE_FAULTS), ...ANY];
const BUS = [...kindsOf(BUS_FAULTS), ...ANY];

const WRITES = new Set(['TransactWriteItems', 'PutItem', 'UpdateItem', 'DeleteItem']);

/** The kinds of fault that a call can suffer. */
export function callFaultsOf({ service, operation }: SimulatedCall): readonly FaultKind[] {
  switch (service) {
    case 'dynamodb':
      return WRITES.has(operation) ? WRITE : ANY;
    case 'ses':
      return MAIL;
    case 'events':
      return BUS;
    case 's3':
      return FILES;
    case 'scheduler':
    case 'lambda':
      return ANY;
  }
}
