import { policyBody } from '../../policies/policy-schema.ts';
import { migrationBody } from '../../regulations/migration-body.ts';
import { cancellationBody, reinstatementBody } from '../../relief/ending-schema.ts';
import type { Operation } from '../../routes.ts';
import { type Description, ID, LANGUAGE, oneOf, PAGE } from '../description.ts';
import { account } from '../responses/account.ts';
import { pageOf } from '../responses/parts.ts';
import { policy } from '../responses/policy.ts';
import { timelineEntry } from '../responses/timeline.ts';

const EXAMPLE = {
  policyNumber: 'CARGO-2026-000123',
  clientId: 'UA-00112233',
  product: 'Cargo',
  premium: { amount: '120000.00', currency: 'UAH' },
  coverFrom: '2026-12-01',
  coverTo: '2027-11-30',
  paymentPlan: { kind: 'installments', count: 4, everyMonths: 3, firstDueOn: '2026-12-01' },
  participants: { accountManager: { name: 'Olena Koval', email: 'olena@example.com', language: 'uk' } },
  regulationId: 'premium-control',
  timeZone: 'Europe/Kyiv',
};

export const POLICIES = {
  openPolicy: {
    summary: 'Open a policy: its plan is sliced and its checkpoints begin',
    body: { schema: policyBody, example: EXAMPLE },
    answers: { 201: { description: 'Opened', json: policy }, 200: { description: 'Opened before, with the same content', json: policy } },
    problems: { 409: 'POLICY_NUMBER_REUSED: it exists with other content' },
  },
  listPolicies: {
    summary: 'Policies of a client, or those with something past due',
    query: [
      { name: 'clientId', description: 'of this client', schema: ID },
      { name: 'pastDue', description: 'instead of clientId', schema: oneOf('true') },
      ...PAGE,
    ],
    answers: { 200: { description: 'A page', json: pageOf(policy) } },
  },
  getPolicy: {
    summary: 'A policy with its installments and standing',
    answers: { 200: { description: 'The policy', json: policy } },
  },
  getTimeline: {
    summary: 'Everything that happened to a policy and why, oldest first',
    query: PAGE,
    answers: { 200: { description: 'A page, of 100 unless asked', json: pageOf(timelineEntry) } },
  },
  getPolicyStatement: {
    summary: 'Statement of account of a policy',
    query: [LANGUAGE],
    answers: { 200: { description: 'The statement', json: account, types: ['text/html', 'text/csv'] } },
  },
  cancelPolicy: {
    summary: 'End a policy at once: nothing is controlled or sent any more; `cancelledOn` is recorded. Safe to repeat',
    body: { schema: cancellationBody, example: { reason: 'the ship was sold', cancelledOn: '2027-02-01' } },
    answers: { 200: { description: 'The policy', json: policy } },
    problems: { 409: 'POLICY_CLOSED: it has ended otherwise' },
  },
  reinstatePolicy: {
    summary: 'Put a suspended or lapsed policy in force again; control goes on with what is still to come. Safe to repeat',
    body: { schema: reinstatementBody, example: { reason: 'agreed with the head of sales' } },
    answers: { 200: { description: 'The policy', json: policy } },
    problems: { 409: 'POLICY_CLOSED: it is cancelled or completed' },
  },
  migratePolicy: {
    summary: 'Move a policy to another version of its regulation; what was done is not done again',
    body: { schema: migrationBody, example: { version: 2 } },
    answers: { 200: { description: 'Moved, or there already', json: policy } },
    problems: { 409: 'POLICY_CLOSED' },
  },
} satisfies Partial<Record<Operation, Description>>;
