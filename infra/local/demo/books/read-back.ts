import {
  type ActionAnswer,
  type CellAnswer,
  DEAD_LETTERS,
  EVENTS,
  MAILBOX,
  PAYMENT,
  type PaymentAnswer,
  POLICY,
  type PolicyAnswer,
  REGULATION,
  SIGNIFICANCE_MATRIX,
  TIMELINE_ENTRY,
  type TimelineEntry,
} from '../api/answers.ts';
import type { Api } from '../api/api.ts';

/** What the API, the bus and the mailbox say after the year. Nothing here comes from what the demo meant to do. */
export interface ReadBack {
  readonly clients: number;
  readonly policies: readonly PolicyStory[];
  readonly suspense: readonly PaymentAnswer[];
  /** Types of domain events; an event that was published twice is there once. */
  readonly events: readonly string[];
  readonly mails: number;
  /** What the regulation of these policies can do. */
  readonly actions: readonly ActionAnswer[];
  /** How many clients are in each cell of the significance matrix. */
  readonly cells: readonly CellAnswer[];
  /** Asynchronous work that failed for good. */
  readonly deadLetters: number;
}

export interface PolicyStory extends PolicyAnswer {
  readonly timeline: readonly TimelineEntry[];
}

export const readBack = async (api: Api, clientIds: readonly string[]): Promise<ReadBack> => {
  const policies: PolicyStory[] = [];
  for (const clientId of clientIds) {
    for (const policy of await api.list(`/policies?clientId=${clientId}`, POLICY)) {
      policies.push({ ...policy, timeline: await api.list(`${policy.self}/timeline`, TIMELINE_ENTRY) });
    }
  }
  const published = await api.get('/_local/events', EVENTS);
  const byId = new Map(published.items.map((event) => [event.detail.eventId, event['detail-type']]));
  return {
    clients: clientIds.length,
    policies: policies.toSorted((a, b) => (a.policyNumber < b.policyNumber ? -1 : 1)),
    suspense: await api.list('/payments?status=suspense', PAYMENT),
    events: [...byId.values()],
    mails: (await api.get(`${api.mailUrl}/store`, MAILBOX)).emails.length,
    actions: (await api.get('/regulations/premium-control', REGULATION)).actions,
    cells: (await api.get('/significance/matrix', SIGNIFICANCE_MATRIX)).cells,
    deadLetters: (await api.get('/_local/dead-letters', DEAD_LETTERS)).items.length,
  };
};
