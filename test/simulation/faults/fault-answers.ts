import { refusedByBus } from '../../support/simulated-aws/eventbridge/memory-bus.ts';
import { restError, sesError, targetError } from '../../support/simulated-aws/wire/answers.ts';
import type { AwsCall, WireAnswer } from '../../support/simulated-aws/wire/aws-call.ts';

/** Something broke inside the service: the call may have been carried out, or not. */
export function serverErrorOf({ service }: AwsCall): WireAnswer {
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
  }
}

/** Too much at once: the call was not carried out. */
export function throttleOf(call: AwsCall): WireAnswer {
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
  }
}

/** Somebody else's transaction has the item. */
export const conflictOf = (call: AwsCall): WireAnswer =>
  call.service === 'dynamodb' && call.operation === 'TransactWriteItems'
    ? cancelled(call, 'TransactionConflict')
    : targetError('TransactionConflictException', 400);

/** A definite no. */
export const refusalOf = ({ service }: AwsCall): WireAnswer => (service === 'ses' ? sesError('MessageRejected', 400) : refusedByBus());

/** The first action is to blame, the others say None. */
function cancelled({ input }: Extract<AwsCall, { service: 'dynamodb' | 'events' }>, code: string): WireAnswer {
  const { TransactItems = [] } = input as { readonly TransactItems?: readonly unknown[] };
  const CancellationReasons = TransactItems.map((_, index) => ({ Code: index === 0 ? code : 'None' }));
  return targetError('TransactionCanceledException', 400, { CancellationReasons });
}
