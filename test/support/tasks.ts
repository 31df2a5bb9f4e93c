import { localDate } from '../../shared/domain/local-date.ts';
import type { Recipient } from '../../shared/domain/notice.ts';
import type { Task } from '../../shared/domain/task.ts';

export const OLENA: Recipient = { role: 'accountManager', name: 'Olena Koval', email: 'Olena@Insurer.example', language: 'uk' };
export const IVAN: Recipient = { role: 'headOfSales', name: 'Ivan Bondar', email: 'ivan@insurer.example', language: 'en' };

/** A call for Olena, due Fri 4 Dec 2026; Ivan is accountable. */
export const taskOf = (different: Partial<Task> = {}): Task => ({
  taskId: 'T-1',
  policyNumber: 'P-1',
  clientId: 'C-1',
  installment: 1,
  checkpoint: 'C3',
  kind: 'action',
  action: { code: 'A3', title: 'Call the policyholder', technique: 'Telephone', expectedResult: 'A promised date' },
  assignee: OLENA,
  accountable: IVAN,
  createdAt: '2026-12-02T07:12:00.000Z',
  dueOn: localDate('2026-12-04'),
  status: 'open',
  ...different,
});
