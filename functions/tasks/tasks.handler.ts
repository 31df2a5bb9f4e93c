/**
 * Tasks: list, show, record a result, and the page that the signed link in a mail opens. Triggered by API Gateway. GET and HEAD
 * change nothing, however often a scanner follows a link; the POST of the page records once, as does POST …/result.
 * Benign races: two results at once (one is recorded, the other refused or a replay), a payment or a checkpoint was faster.
 */
import { deadLinkPage, taskPage } from '../../shared/pictures/task-page/task-page.ts';
import { type LinkedPage, readTaskPage } from '../../shared/usecases/read-task-page.ts';
import { openTasks, readTask, tasksOfPolicy } from '../../shared/usecases/read-tasks.ts';
import { recordTaskResult } from '../../shared/usecases/record-task-result.ts';
import { apiFunction } from '../http/api-function.ts';
import type { ApiRequest, ApiResponse } from '../http/api-request.ts';
import { callerOf } from '../http/caller.ts';
import { isId } from '../http/fields.ts';
import { listBody, pageRequest } from '../http/page-query.ts';
import { idFromPath } from '../http/path-id.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { log } from '../runtime/log.ts';
import type { Outside } from '../runtime/system.ts';
import { taskRuntime } from '../runtime/tasks.ts';
import { enteredIn, faultOf, saidBy } from './page-entry.ts';
import { pageOf, stateOf, withFault } from './page-of.ts';
import { htmlResponse } from './page-response.ts';
import { presentTask } from './present-task.ts';
import { resultBody, resultOf } from './task-schema.ts';

const taskIdOf = ({ event }: ApiRequest) => idFromPath(event.pathParameters?.['taskId']);

export function createHandler(outside?: Outside) {
  const deps = taskRuntime(outside);

  async function list({ event }: ApiRequest): Promise<ApiResponse> {
    const { assignee, status, policyNumber } = event.queryStringParameters ?? {};
    const page = pageRequest(event);
    if (assignee !== undefined && status === 'open' && policyNumber === undefined)
      return { status: 200, body: listBody(await openTasks(deps, assignee, page), presentTask) };
    if (policyNumber !== undefined && isId(policyNumber) && assignee === undefined && status === undefined)
      return { status: 200, body: listBody(await tasksOfPolicy(deps, policyNumber, page), presentTask) };
    throw badRequest('INVALID_QUERY', 'say which tasks: ?assignee=…&status=open or ?policyNumber=…');
  }

  async function get(request: ApiRequest): Promise<ApiResponse> {
    const task = await readTask(deps, taskIdOf(request));
    if (!task) throw notFound('task');
    return { status: 200, body: presentTask(task) };
  }

  async function record(request: ApiRequest): Promise<ApiResponse> {
    const said = resultOf(resultBody.parse(request.body));
    const { task } = await recordTaskResult(deps, taskIdOf(request), said, callerOf(request));
    return { status: 200, body: presentTask(task) };
  }

  async function show(request: ApiRequest): Promise<ApiResponse> {
    return withPage(request, async (found) => htmlResponse(200, taskPage(pageOf(found, stateOf(found, false), deps.insurerName))));
  }

  async function submit(request: ApiRequest): Promise<ApiResponse> {
    const entered = enteredIn(request.event);
    return withPage(request, async (found) => {
      const { email } = found.task.assignee;
      try {
        const { task } = await recordTaskResult(deps, found.task.taskId, saidBy(entered), { by: email, emails: [email] });
        return htmlResponse(200, taskPage(pageOf(found, stateOf({ ...found, task }, true), deps.insurerName)));
      } catch (error) {
        const fault = faultOf(error);
        if (!fault) throw error;
        const state = withFault(stateOf(found, false), entered, fault);
        return htmlResponse(state.state === 'open' ? 400 : 409, taskPage(pageOf(found, state, deps.insurerName)));
      }
    });
  }

  /** Whoever has no good link learns nothing: an unknown task and a forged link look the same. */
  async function withPage(request: ApiRequest, render: (found: LinkedPage) => Promise<ApiResponse>): Promise<ApiResponse> {
    const found = await readTaskPage(deps, taskIdOf(request), request.event.queryStringParameters?.['token'] ?? '');
    if (found === 'unknown') return htmlResponse(404, deadLinkPage());
    return found === 'expired' ? htmlResponse(410, deadLinkPage()) : render(found);
  }

  return apiFunction(
    'tasks',
    {
      listTasks: { handle: list },
      getTask: { handle: get },
      recordTaskResult: { handle: record, takesJson: true },
      showTaskPage: { handle: show, answers: ['text/html'] },
      submitTaskPage: { handle: submit, answers: ['text/html'] },
    },
    log,
  );
}

export const handler = createHandler();
