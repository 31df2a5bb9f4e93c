import { refusedByBus } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import { restError, sesError, targetError } from '../../support/simulated-aws/wire/answers.ts';
import type { WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';
import type { SimulatedCall } from '../engine/simulated-call.ts';
import { xmlError } from '../engine/uploads.ts';

/** Something broke inside the service: the call may have been carried out, or not. */
export function serverErrorOf({ service }: SimulatedCall): WireAnswer {
  switch (service) {
    case 'dynamodb':
      return targetError('InternalServerError', 500);
    case 'events':
      return targetError('InternalException', 500);
    case 'ses':
      return sesError('InternalFailure', 500);
    case 'scheduler':
      return restError('InternalServerException', 500, 'try again');
    case 'lambda':
      return restError('ServiceException', 500, 'try again');
    case 's3':
      return xmlError('InternalError', 500);
  }
}

/** Too much at once: the call was not carried out. */
export function throttleOf(call: SimulatedCall): WireAnswer {
  switch (call.service) {
    case 'dynamodb':
      return call.operation === 'TransactWriteItems'
        ? cancelled(call, 'ThrottlingError')
        : targetError('ProvisionedThroughputExceededException', 400);
    case 'events':
      return targetError('ThrottlingException', 400);
    case 'ses':
      return sesError('Throttling', 400);
    case 'scheduler':
      return restError('ThrottlingException', 429, 'slow down');
    case 'lambda':
      return restError('TooManyRequestsException', 429, 'slow down');
    case 's3':
      return xmlError('SlowDown', 503);
  }
}

/** Somebody else's transaction has the item. */
export const conflictOf = (call: SimulatedCall): WireAnswer =>
  call.service === 'dynamodb' && call.operation === 'TransactWriteItems'
    ? cancelled(call, 'TransactionConflict')
    : targetError('TransactionConflictException', 400);

/** A definite no. */
export const refusalOf = ({ service }: SimulatedCall): WireAnswer =>
  service === 'ses' ? sesError('MessageRejected', 400) : refusedByBus();

/** The first action is to blame, the others say None. */
function cancelled({ input }: Extract<SimulatedCall, { service: 'dynamodb' | 'events' }>, code: string): WireAnswer {
  const { TransactItems = [] } = input as { readonly TransactItems?: readonly unknown[] };
  const CancellationReasons = TransactItems.map((_, index) => ({ Code: index === 0 ? code : 'None' }));
  return targetError('TransactionCanceledException', 400, { CancellationReasons });
}
