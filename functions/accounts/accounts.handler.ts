/** Statements of account of a policy and of a client. Triggered by API Gateway; changes nothing. */
import type { Client } from '../../shared/domain/client.ts';
import { localDateAt } from '../../shared/domain/zone.ts';
import type { AccountHeading } from '../../shared/pictures/statement-of-account-html.ts';
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

  const headingOf = ({ name, clientId, timeZone }: Client): AccountHeading => ({
    insurer: deps.insurerName,
    client: `${name} (${clientId})`,
    asOf: localDateAt(deps.clock.now(), timeZone),
  });

  async function ofPolicy(request: ApiRequest): Promise<ApiResponse> {
    const policyNumber = idFromPath(request.event.pathParameters?.['policyNumber']);
    const account = await readPolicyAccount(deps, policyNumber);
    if (!account) throw notFound('policy');
    const client = await deps.clients.read(account.clientId);
    if (!client) throw new Error('a policy of a client that is not stored');
    return accountsIn(request, { accounts: [account], heading: headingOf(client), json: presentAccount(account) });
  }

  async function ofClient(request: ApiRequest): Promise<ApiResponse> {
    const clientId = idFromPath(request.event.pathParameters?.['clientId']);
    const client = await deps.clients.read(clientId);
    if (!client) throw notFound('client');
    const accounts = await readClientAccounts(deps, clientId);
    return accountsIn(request, {
      accounts,
      heading: headingOf(client),
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
