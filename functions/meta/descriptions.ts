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
  health: { summary: 'Is it there?', responses: { 200: 'It is' }, query: [] },
  openapi: { summary: 'This document', responses: { 200: 'OpenAPI 3.1' }, query: [] },
};

export const describe = (operation: Operation): Description => DESCRIPTIONS[operation];
