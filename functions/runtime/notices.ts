import { noticeStore } from '../../shared/adapters/dynamodb/notice-store.ts';
import { regulationStore } from '../../shared/adapters/dynamodb/regulation-store.ts';
import { sesMailer } from '../../shared/adapters/ses/mailer.ts';
import { sesClient } from '../../shared/adapters/ses/ses-client.ts';
import { mimeOf } from '../../shared/notices/mime.ts';
import type { Deps } from '../../shared/usecases/send-notice.ts';
import { readBeneficiaryAccounts } from './beneficiary-accounts.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { log } from './log.ts';
import { type Outside, system } from './system.ts';
import { linksToTasks } from './task-links.ts';

export function noticeRuntime(outside?: Outside): Omit<Deps, 'compose'> {
  const { clock, pace, aws } = system(outside);
  const { tables, mail, insurerName, beneficiaryAccounts } = environment();
  return {
    notices: noticeStore(dynamoDb(aws), tables, pace),
    regulations: regulationStore(dynamoDb(aws), tables.Regulations),
    mailer: sesMailer(sesClient(aws), mail, (message, from) => mimeOf(message, { ...message, from: { name: insurerName, email: from } })),
    links: linksToTasks({ aws }),
    insurer: { name: insurerName, accounts: readBeneficiaryAccounts(beneficiaryAccounts) },
    clock,
    log,
  };
}
