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
  health: { summary: 'Is it there?', responses: { 200: 'It is' }, query: [] },
  openapi: { summary: 'This document', responses: { 200: 'OpenAPI 3.1' }, query: [] },
};

export const describe = (operation: Operation): Description => DESCRIPTIONS[operation];
