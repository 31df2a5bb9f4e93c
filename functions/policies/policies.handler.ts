/**
 * Policies: open, show, list, tell what happened. Triggered by API Gateway. Opening is safe to repeat: the same content is
 * answered with what is stored, and the wake-up is made sure of again.
 */

import { addDays } from '../../shared/domain/local-date.ts';
import { localDateAt } from '../../shared/domain/zone.ts';
import { openPolicy } from '../../shared/usecases/open-policy.ts';
import { readTimeline } from '../../shared/usecases/read-timeline.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { isId } from '../http/fields.ts';
import { fingerprintOf } from '../http/fingerprint.ts';
import { listBody, pageRequest } from '../http/page-query.ts';
import { idFromPath } from '../http/path-id.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { log } from '../runtime/log.ts';
import { policyRuntime } from '../runtime/policies.ts';
import type { Outside } from '../runtime/system.ts';
import { newPolicyOf } from './new-policy.ts';
import { policyBody } from './policy-schema.ts';
import { presentPolicy } from './present-policy.ts';
import { presentTimeline } from './present-timeline.ts';
import { timelinePage } from './timeline-page.ts';

const numberOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['policyNumber']);

export function createHandler(outside?: Outside) {
  const deps = policyRuntime(outside);
  const now = () => deps.clock.now();

  async function open({ body, by }: ApiRequest): Promise<ApiResponse> {
    const checked = policyBody.parse(body);
    const said = { policy: newPolicyOf(checked, deps.defaults), fingerprint: fingerprintOf(checked), by };
    const { outcome, head } = await openPolicy(deps, said);
    const shown = presentPolicy(head, now());
    return outcome === 'new' ? { status: 201, body: shown, headers: { location: shown.self } } : { status: 200, body: shown };
  }

  async function get(request: ApiRequest): Promise<ApiResponse> {
    const head = await deps.policies.read(numberOf(request));
    if (!head) throw notFound('policy');
    return { status: 200, body: presentPolicy(head, now()) };
  }

  async function list({ event }: ApiRequest): Promise<ApiResponse> {
    const { clientId, pastDue } = event.queryStringParameters ?? {};
    const page = pageRequest(event);
    if (clientId !== undefined && pastDue === undefined && isId(clientId)) {
      return { status: 200, body: listBody(await deps.policies.ofClient(clientId, page), (head) => presentPolicy(head, now())) };
    }
    if (pastDue !== 'true' || clientId !== undefined) throw badRequest('INVALID_QUERY', 'say which policies: ?clientId=… or ?pastDue=true');
    const found = await deps.policies.owingSince(addDays(localDateAt(now(), 'UTC'), 1), page); // a day ahead: east of UTC it is tomorrow already
    const shown = listBody(found, (head) => presentPolicy(head, now()));
    return { status: 200, body: { ...shown, items: shown.items.filter((policy) => policy.standing.daysPastDue > 0) } };
  }

  async function timeline(request: ApiRequest): Promise<ApiResponse> {
    const sources = await readTimeline(deps, numberOf(request));
    if (!sources) throw notFound('policy');
    return { status: 200, body: timelinePage(presentTimeline(sources), request.event) };
  }

  return apiFunction(
    'policies',
    {
      openPolicy: { handle: open, takesJson: true },
      getPolicy: { handle: get },
      listPolicies: { handle: list },
      getTimeline: { handle: timeline },
    },
    log,
  );
}

export const handler = createHandler();
