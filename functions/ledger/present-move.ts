import type { Disbursement, MoveOut, TransferOut } from '../../shared/domain/credit-move.ts';
import { presentMoney } from '../http/present-money.ts';

export const presentTransfer = ({ moveId, toPolicyNumber, movedOn, ...move }: TransferOut) => ({
  transferId: moveId,
  toPolicyNumber,
  transferredOn: movedOn,
  ...presentMove(move),
});

export const presentDisbursement = ({ moveId, movedOn, ...move }: Disbursement) => ({
  disbursementId: moveId,
  disbursedOn: movedOn,
  ...presentMove(move),
});

const presentMove = ({ policyNumber, amountMinor, currency, reason, at, by }: Omit<MoveOut, 'moveId' | 'movedOn' | 'toPolicyNumber'>) => ({
  policyNumber,
  amount: presentMoney({ amountMinor, currency }),
  reason,
  at,
  by,
});
