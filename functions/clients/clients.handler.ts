/**
 * Clients: PUT and GET. Triggered by API Gateway. A legal entity whose potential changed is assessed at once, in the same
 * transaction. Putting the same facts again changes nothing; two writers at once: the last one's facts stand, whole.
 */
import { putClient } from '../../shared/usecases/put-client.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { listBody, pageRequest } from '../http/page-query.ts';
import { idFromPath } from '../http/path-id.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { clientRuntime } from '../runtime/clients.ts';
import { log } from '../runtime/log.ts';
import type { Outside } from '../runtime/system.ts';
import { clientBody, clientOf } from './client-schema.ts';
import { presentClient } from './present-client.ts';

const clientIdOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['clientId']);

export function createHandler(outside?: Outside) {
  const { clients, putting } = clientRuntime(outside);

  async function put(request: ApiRequest): Promise<ApiResponse> {
    const facts = clientOf(clientIdOf(request), clientBody.parse(request.body));
    const { outcome, client } = await putClient(putting, facts, request.by);
    return { status: outcome === 'created' ? 201 : 200, body: presentClient(client) };
  }

  async function get(request: ApiRequest): Promise<ApiResponse> {
    const client = await clients.read(clientIdOf(request));
    if (!client) throw notFound('client');
    return { status: 200, body: presentClient(client) };
  }

  async function list({ event }: ApiRequest): Promise<ApiResponse> {
    const wanted = event.queryStringParameters?.['class'];
    if (wanted !== 'A' && wanted !== 'B' && wanted !== 'C') throw badRequest('INVALID_QUERY', 'say which clients: ?class=A, B or C');
    return { status: 200, body: listBody(await clients.ofClass(wanted, pageRequest(event)), presentClient) };
  }

  return apiFunction(
    'clients',
    { putClient: { handle: put, takesJson: true }, getClient: { handle: get }, listClients: { handle: list } },
    log,
  );
}

export const handler = createHandler();
