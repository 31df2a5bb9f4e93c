import { ServiceError } from '../service-error.ts';

/** Why an action of a cancelled transaction was refused; `None` for those that were not. */
export type CancellationReason = { readonly Code: string; readonly Message?: string; readonly Item?: unknown };

export const notAtFault: CancellationReason = { Code: 'None' };

/** Rethrows what is not a refusal of the service. */
export const reasonOf = (error: unknown): CancellationReason => {
  if (!(error instanceof ServiceError)) throw error;
  const Code = error.code === 'ConditionalCheckFailedException' ? 'ConditionalCheckFailed' : 'ValidationError';
  return { Code, Message: error.message, ...error.details };
};

export const cancelled = (reasons: readonly CancellationReason[]): ServiceError => {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new ServiceError('TransactionCanceledException', message, { CancellationReasons: reasons });
};
