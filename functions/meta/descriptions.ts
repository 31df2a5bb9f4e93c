import type { Operation } from '../routes.ts';

interface Description {
  readonly summary: string;
  readonly responses: Readonly<Record<string, string>>;
  readonly query: readonly { readonly name: string; readonly description: string }[];
}

const PROBLEMS = { 400: 'Malformed or invalid: `errors` points at each field', 401: 'No or bad token', 403: 'The token lacks the scope' };
const UNKNOWN = { 404: 'There is nothing with this id' };
const PAGE = [
  { name: 'limit', description: '1–100' },
  { name: 'cursor', description: 'as the former page answered it' },
];

const VERSION = { name: 'version', description: 'the latest when absent' };
const LANGUAGE = { name: 'language', description: 'en, uk or ru; else by Accept-Language' };

const RELIEF = {
  201: 'Granted, in force at once',
  200: 'Asked for before, with the same content: what became of it',
  202: 'Beyond authority: `taskId` is the approval that it waits for; nothing changes until then',
  409: 'The reliefId exists with other content, or there is nothing to relieve',
  ...PROBLEMS,
  ...UNKNOWN,
};
const LINK = { name: 'token', description: 'of the link, signed and expiring' };

const DESCRIPTIONS: Readonly<Record<Operation, Description>> = {
  recordPayment: {
    summary: 'Record money received; never refused for its target, safe to repeat',
    responses: {
      201: 'Applied to the policy',
      200: 'Told before, with the same content',
      202: 'Held in suspense; `reason` says why',
      409: 'The paymentId exists with other content',
      ...PROBLEMS,
    },
    query: [],
  },
  listPayments: {
    summary: 'Payments of a policy, or money in suspense',
    responses: { 200: 'A page', ...PROBLEMS },
    query: [{ name: 'policyNumber', description: 'of this policy' }, { name: 'status', description: '`suspense`' }, ...PAGE],
  },
  getPayment: { summary: 'A payment and what it covers', responses: { 200: 'The payment', ...PROBLEMS, ...UNKNOWN }, query: [] },
  reversePayment: {
    summary: 'Undo a payment (chargeback, recall), once',
    responses: { 200: 'Reversed', 409: 'Reversed otherwise already', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  allocatePayment: {
    summary: 'Send money out of suspense to a policy',
    responses: { 200: 'Applied', 409: 'Not in suspense, or no such target', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  splitPayment: {
    summary: 'Split money in suspense over several policies',
    responses: { 200: 'Split', 409: 'Not in suspense, or no such target', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  disbursePayment: {
    summary: 'Return money in suspense to its payer',
    responses: { 200: 'Recorded', 409: 'Not in suspense', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  putClient: { summary: 'Create or replace the facts of a client', responses: { 201: 'Created', 200: 'Replaced', ...PROBLEMS }, query: [] },
  getClient: { summary: 'A client with its significance', responses: { 200: 'The client', ...PROBLEMS, ...UNKNOWN }, query: [] },
  listClients: {
    summary: 'Clients of a significance class',
    responses: { 200: 'A page', ...PROBLEMS },
    query: [{ name: 'class', description: 'A, B or C' }, ...PAGE],
  },
  getSignificance: {
    summary: 'Why a client has his class: every indicator, both scores, the cell, what would change it, and the history',
    responses: { 200: 'The explanation', ...PROBLEMS, 404: 'There is no client with this id, or he has no class (individuals have none)' },
    query: [],
  },
  decideLowering: {
    summary: 'Approve or decline a lower class that waits for approval',
    responses: { 200: 'The explanation, after the decision', 409: 'No lower class waits', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  getModel: {
    summary: 'The significance model in force, or one of its versions',
    responses: { 200: 'The model', ...PROBLEMS, 404: 'There is no such version' },
    query: [{ name: 'version', description: 'the latest unless given' }],
  },
  putModel: {
    summary: 'Put a model in force as the next version; clients are assessed by it from then on',
    responses: { 201: 'The new version', 200: 'It is in force already', ...PROBLEMS },
    query: [],
  },
  previewModel: {
    summary: 'How many clients a draft would move between which cells, and the twenty largest movements; changes nothing',
    responses: { 200: 'The preview', 202: 'More clients than fit into a request: fetch it at `self`', ...PROBLEMS },
    query: [],
  },
  getPreview: {
    summary: 'A preview that was not answered at once',
    responses: { 200: 'What was found so far', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  getSignificanceMatrix: {
    summary: 'The nine cells with the number of clients in each: JSON, SVG or HTML by Accept',
    responses: { 200: 'The matrix', ...PROBLEMS, 406: 'None of these media types' },
    query: [{ name: 'language', description: 'en, uk or ru; else by Accept-Language' }],
  },
  startReassessment: {
    summary: 'Reassess all clients by the results of today; each request counts as one reassessment',
    responses: { 202: 'Started; `self` tells how far it is', ...PROBLEMS },
    query: [],
  },
  getReassessment: { summary: 'How far a reassessment is', responses: { 200: 'The run', ...PROBLEMS, ...UNKNOWN }, query: [] },
  openPolicy: {
    summary: 'Open a policy: its plan is sliced and its checkpoints begin',
    responses: {
      201: 'Opened',
      200: 'Opened before, with the same content',
      409: 'The policyNumber exists with other content',
      ...PROBLEMS,
    },
    query: [],
  },
  listPolicies: {
    summary: 'Policies of a client, or those with something past due',
    responses: { 200: 'A page', ...PROBLEMS },
    query: [{ name: 'clientId', description: 'of this client' }, { name: 'pastDue', description: '`true`' }, ...PAGE],
  },
  getPolicy: {
    summary: 'A policy with its installments and standing',
    responses: { 200: 'The policy', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  getTimeline: {
    summary: 'Everything that happened to a policy and why, oldest first',
    responses: { 200: 'A page, of 100 unless asked', ...PROBLEMS, ...UNKNOWN },
    query: PAGE,
  },
  putRegulation: {
    summary: 'Publish the next version of a regulation',
    responses: { 201: 'Published', 200: 'The latest version has this content already', ...PROBLEMS },
    query: [],
  },
  getRegulation: { summary: 'A regulation', responses: { 200: 'The regulation', ...PROBLEMS, ...UNKNOWN }, query: [VERSION] },
  migratePolicy: {
    summary: 'Move a policy to another version of its regulation; what was done is not done again',
    responses: { 200: 'Moved, or there already', 409: 'The policy is closed', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  getMatrix: {
    summary: 'The responsibility matrix, by Accept: JSON, HTML, Markdown, CSV',
    responses: { 200: 'The matrix', 406: 'None of these', ...PROBLEMS, ...UNKNOWN },
    query: [VERSION, LANGUAGE],
  },
  getDiagram: {
    summary: 'The process diagram, by Accept: SVG, BPMN 2.0, Mermaid',
    responses: { 200: 'The diagram', 406: 'None of these', ...PROBLEMS, ...UNKNOWN },
    query: [VERSION, LANGUAGE],
  },
  getPolicyStatement: {
    summary: 'Statement of account of a policy, by Accept: JSON, HTML, CSV',
    responses: { 200: 'The statement', 406: 'None of these', ...PROBLEMS, ...UNKNOWN },
    query: [LANGUAGE],
  },
  getClientStatement: {
    summary: 'Statements of account of all policies of a client, by Accept: JSON, HTML, CSV',
    responses: { 200: 'The statements', 406: 'None of these', ...PROBLEMS, ...UNKNOWN },
    query: [LANGUAGE],
  },
  importStatement: {
    summary: 'Import a bank file: booked credits become payments, returns of known payments reverse them; safe to repeat',
    responses: {
      201: 'Imported; what became of its entries',
      413: 'Larger than 6 MB: POST /statements/uploads',
      415: 'None of these media types',
      422: 'The file can not be read whole; nothing was changed',
      ...PROBLEMS,
    },
    query: [],
  },
  getStatement: { summary: 'The imports of a bank file', responses: { 200: 'The imports', ...PROBLEMS, ...UNKNOWN }, query: [] },
  startUpload: {
    summary: 'A place for a bank file of any size: PUT it to `url` with the `headers`, and it is imported',
    responses: { 201: 'PUT the file to `url`', ...PROBLEMS },
    query: [],
  },
  getUpload: { summary: 'How far the import of an uploaded file is', responses: { 200: 'The upload', ...PROBLEMS, ...UNKNOWN }, query: [] },
  deferInstallment: { summary: 'One installment is due later', responses: RELIEF, query: [] },
  promisePayment: { summary: 'The policyholder promised to pay: the process waits through that day', responses: RELIEF, query: [] },
  holdProcess: { summary: 'The process waits, up to but not including `until`', responses: RELIEF, query: [] },
  endHold: {
    summary: 'End a hold today; the days it covered stay covered',
    responses: { 200: 'The hold', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  agreePlan: {
    summary: 'A new plan for what is outstanding; covered parts stay where they are',
    responses: { ...RELIEF, 400: 'Malformed, or the sum is not what is outstanding: `errors` points at it' },
    query: [],
  },
  cancelPolicy: {
    summary: 'End a policy at once: nothing is controlled or sent any more; `cancelledOn` is recorded. Safe to repeat',
    responses: { 200: 'The policy', 409: 'It has ended otherwise', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  reinstatePolicy: {
    summary: 'Put a suspended or lapsed policy in force again; control goes on with what is still to come. Safe to repeat',
    responses: { 200: 'The policy', 409: 'It is cancelled or completed', ...PROBLEMS, ...UNKNOWN },
    query: [],
  },
  listTasks: {
    summary: 'Open tasks of a person, the most urgent first, or all tasks of a policy',
    responses: { 200: 'A page; tasks whose installment was paid meanwhile are not open', ...PROBLEMS },
    query: [
      { name: 'assignee', description: 'e-mail address, with `status=open`' },
      { name: 'status', description: '`open`' },
      { name: 'policyNumber', description: 'instead of both' },
      ...PAGE,
    ],
  },
  getTask: { summary: 'A task, and its result if it has one', responses: { 200: 'The task', ...PROBLEMS, ...UNKNOWN }, query: [] },
  recordTaskResult: {
    summary: 'Record what came of a task, once; what follows from it happens in the same step',
    responses: {
      200: 'The task with its result; also told again with the same content',
      409: 'It has another result, or is closed',
      ...PROBLEMS,
      ...UNKNOWN,
      403: 'The token lacks the scope, or (for an approval) is not of the participant who approves',
    },
    query: [],
  },
  showTaskPage: {
    summary: 'The page that the link in a mail opens (HTML). Changes nothing',
    responses: { 200: 'The page', 404: 'No such link', 410: 'The link has expired' },
    query: [LINK],
  },
  submitTaskPage: {
    summary: 'Record the result from the page (form-encoded), once',
    responses: {
      200: 'The page, recorded',
      400: 'The page, with what is missing',
      404: 'No such link',
      409: 'The page, recorded before or closed',
      410: 'The link has expired',
    },
    query: [LINK],
  },
  health: { summary: 'Is it there?', responses: { 200: 'It is' }, query: [] },
  openapi: { summary: 'This document', responses: { 200: 'OpenAPI 3.1' }, query: [] },
};

export const describe = (operation: Operation): Description => DESCRIPTIONS[operation];
