import { clientBody } from '../../clients/client-schema.ts';
import type { Operation } from '../../routes.ts';
import { type Description, LANGUAGE, oneOf, PAGE } from '../description.ts';
import { clientAccounts } from '../responses/account.ts';
import { client } from '../responses/client.ts';
import { pageOf } from '../responses/parts.ts';

const FACTS = {
  name: 'Dnipro Logistics LLC',
  kind: 'legalEntity',
  email: 'cfo@example.com',
  language: 'uk',
  timeZone: 'Europe/Kyiv',
  potential: { annualRevenue: { amount: '250000000.00', currency: 'UAH' }, employees: 420, fleetSize: 85 },
};

const SHOWN = {
  self: '/clients/UA-00112233',
  clientId: 'UA-00112233',
  ...FACTS,
  significance: { class: 'B', potentialBand: 'P1', resultBand: 'F3', assignedAt: '2026-11-22T08:00:00.000Z' },
};

export const CLIENTS = {
  putClient: {
    summary: 'Create or replace the facts of a client',
    body: { schema: clientBody, example: FACTS },
    answers: { 201: { description: 'Created', json: client, example: SHOWN }, 200: { description: 'Replaced', json: client } },
  },
  getClient: { summary: 'A client with its significance', answers: { 200: { description: 'The client', json: client, example: SHOWN } } },
  listClients: {
    summary: 'Clients of a significance class',
    query: [{ name: 'class', description: 'of this class', schema: oneOf('A', 'B', 'C'), required: true }, ...PAGE],
    answers: { 200: { description: 'A page', json: pageOf(client) } },
  },
  getClientStatement: {
    summary: 'Statements of account of all policies of a client',
    query: [LANGUAGE],
    answers: { 200: { description: 'The statements', json: clientAccounts, types: ['text/html', 'text/csv'] } },
  },
} satisfies Partial<Record<Operation, Description>>;
