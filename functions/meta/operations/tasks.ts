import type { Operation } from '../../routes.ts';
import { resultBody } from '../../tasks/task-schema.ts';
import { type Description, ID, oneOf, PAGE } from '../description.ts';
import { pageOf } from '../responses/parts.ts';
import { task } from '../responses/task.ts';

const LINK = [
  { name: 'token', description: 'of the link, signed and expiring', schema: { type: 'string' as const }, required: true as const },
];

const html = (description: string) => ({ description, types: ['text/html'] });

/** The pages answer people: what is wrong with a link or an entry is told in HTML too. */
const DEAD_LINKS = { 404: html('No such link'), 410: html('The link has expired') };

export const TASKS = {
  listTasks: {
    summary: 'Open tasks of a person, the most urgent first, or all tasks of a policy',
    query: [
      { name: 'assignee', description: 'e-mail address, with `status=open`', schema: { type: 'string' } },
      { name: 'status', description: 'with assignee', schema: oneOf('open') },
      { name: 'policyNumber', description: 'instead of both', schema: ID },
      ...PAGE,
    ],
    answers: { 200: { description: 'A page; tasks whose installment was paid meanwhile are not open', json: pageOf(task) } },
  },
  getTask: { summary: 'A task, and its result if it has one', answers: { 200: { description: 'The task', json: task } } },
  recordTaskResult: {
    summary: 'Record what came of a task, once; what follows from it happens in the same step',
    body: { schema: resultBody, example: { outcome: 'promised', promisedOn: '2026-12-10', note: 'called the chief accountant' } },
    answers: { 200: { description: 'The task with its result; also told again with the same content', json: task } },
    problems: {
      403: 'SCOPE_MISSING, or (for an approval) NOT_THE_APPROVER: the token is not of the participant who approves',
      409: 'TASK_DONE: it has another result; TASK_CLOSED; or what was asked for is not possible any more',
    },
  },
  showTaskPage: {
    summary: 'The page that the link in a mail opens. Changes nothing',
    query: LINK,
    answers: { 200: html('The page'), ...DEAD_LINKS },
  },
  submitTaskPage: {
    summary: 'Record the result from the page, once',
    files: ['application/x-www-form-urlencoded'],
    query: LINK,
    answers: {
      200: html('The page, recorded'),
      400: html('The page, with what is missing'),
      409: html('The page, recorded before or closed'),
      ...DEAD_LINKS,
    },
  },
} satisfies Partial<Record<Operation, Description>>;
