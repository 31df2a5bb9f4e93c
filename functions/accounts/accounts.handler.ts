/** Statements of account of a policy and of a client. Triggered by API Gateway; changes nothing. */
import { readClientAccounts, readPolicyAccount } from '../../shared/usecases/read-account.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { idFromPath } from '../http/path-id.ts';
import { notFound } from '../http/problem.ts';
import { accountRuntime } from '../runtime/accounts.ts';
import { log } from '../runtime/log.ts';
import type { Outside } from '../runtime/system.ts';
import { ACCOUNT_TYPES, accountsIn, presentAccount } from './accounts-in.ts';

export function createHandler(outside?: Outside) {
  const deps = accountRuntime(outside);

  async function ofPolicy(request: ApiRequest): Promise<ApiResponse> {
    const policyNumber = idFromPath(request.event.pathParameters?.['policyNumber']);
    const account = await readPolicyAccount(deps, policyNumber);
    if (!account) throw notFound('policy');
    return accountsIn(request, { accounts: [account], heading: policyNumber, json: presentAccount(account) });
  }

  async function ofClient(request: ApiRequest): Promise<ApiResponse> {
    const clientId = idFromPath(request.event.pathParameters?.['clientId']);
    const client = await deps.clients.read(clientId);
    if (!client) throw notFound('client');
    const accounts = await readClientAccounts(deps, clientId);
    return accountsIn(request, {
      accounts,
      heading: `${client.name} (${clientId})`,
      json: { clientId, accounts: accounts.map(presentAccount) },
    });
  }

  return apiFunction(
    'accounts',
    { getPolicyStatement: { handle: ofPolicy, answers: ACCOUNT_TYPES }, getClientStatement: { handle: ofClient, answers: ACCOUNT_TYPES } },
    log,
  );
}

export const handler = createHandler();
