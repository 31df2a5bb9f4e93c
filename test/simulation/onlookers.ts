import type { Auditor } from './auditor/auditor.ts';
import type { ApiAnswer } from './engine/caller.ts';
import type { Change } from './engine/change-feed.ts';
import { GOES_ON } from './engine/cloud.ts';
import type { Trace } from './engine/trace.ts';
import type { Witness } from './engine/witness.ts';
import type { Seen } from './seen.ts';
import type { Participants } from './workload/participants.ts';

interface Onlookers {
  readonly auditor: Auditor;
  readonly seen: Seen;
  readonly trace: Trace;
  readonly participants: Participants;
  readonly followUp: (answer: ApiAnswer) => void;
}

/** The auditor and the count of what was seen look on; the trace writes it down. */
export function witnessOf({ auditor, seen, trace, participants, followUp }: Onlookers): Witness {
  return {
    onCommit: (changes) => {
      seen.commit(changes);
      trace.note(`  = ${changes.map(lineOf).join(', ')}`);
      auditor.onCommit(changes);
      for (const change of changes) participants.observe(change);
    },
    onUploaded: (uploadId) => auditor.onUploaded(uploadId),
    onAsked: (request) => auditor.onAsked(request),
    onAnswer: (answer, isUndisturbed) => {
      seen.count(`${answer.request.operation} ${answer.status}`);
      auditor.onAnswer(answer, isUndisturbed);
      followUp(answer);
    },
    onAccepted: (acceptance) => {
      trace.note(`  SES takes ${acceptance.noticeIds.join(' with ')}`);
      seen.count(acceptance.noticeIds.length > 1 ? 'letter of several notices' : 'letter of one notice');
      auditor.onAccepted(acceptance);
      participants.receive(acceptance);
    },
    onPublished: ({ type }) => seen.count(`event ${type}`),
    onRan: (functionName, outcome, key) => {
      seen.count(`${functionName} ${outcome.kind}`);
      if (key.includes(GOES_ON)) seen.count('upload goes on');
      auditor.onRan(key, outcome);
    },
    onGivenUp: (givenUp) => {
      seen.count(`dead letter (${String(givenUp.hop)})`);
      auditor.onGivenUp(givenUp);
    },
    onReplayed: () => seen.count('dead letter replayed'),
    onMetric: (metric, runsSince) => {
      if (metric.value > 0) seen.count(`metric ${metric.name}`);
      auditor.onMetric(metric, runsSince);
    },
  };
}

const lineOf = ({ table, before, after }: Change): string => {
  const item = after ?? before ?? {};
  const key = item['policyNumber'] ?? item['paymentId'] ?? item['noticeId'] ?? item['clientId'] ?? '';
  const state = item['status'] ?? item['state'] ?? item['generation'] ?? item['kind'] ?? '';
  return `${after ? (before ? '~' : '+') : '-'}${table} ${String(key)} ${String(state)}`;
};
