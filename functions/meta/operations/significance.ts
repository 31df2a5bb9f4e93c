import { DEFAULT_MODEL } from '../../../shared/domain/significance/default-model.ts';
import type { Operation } from '../../routes.ts';
import { loweringBody } from '../../significance/lowering-body.ts';
import { type Description, LANGUAGE, VERSION } from '../description.ts';
import { model, modelContent } from '../responses/model.ts';
import { preview, reassessment } from '../responses/run.ts';
import { explanation, significanceMatrix } from '../responses/significance.ts';

const MODEL = { schema: modelContent, example: DEFAULT_MODEL };

export const SIGNIFICANCE = {
  getSignificance: {
    summary: 'Why a client has his class: every indicator, both scores, the cell, what would change it, and the history',
    answers: { 200: { description: 'The explanation', json: explanation } },
    problems: { 404: 'There is no client with this id, or he has no class (individuals have none)' },
  },
  decideLowering: {
    summary: 'Approve or decline a lower class that waits for approval',
    body: { schema: loweringBody, example: { decision: 'declined', note: 'the fleet grows in spring' } },
    answers: { 200: { description: 'The explanation, after the decision', json: explanation } },
    problems: {
      403: 'SCOPE_MISSING, or NOT_THE_APPROVER: the token is not of a participant who approves',
      409: "NO_LOWERING_PENDING, or NO_APPROVER: nobody has the approver's role in an open policy of the client",
    },
  },
  getModel: {
    summary: 'The significance model in force, or one of its versions',
    query: [VERSION],
    answers: { 200: { description: 'The model', json: model } },
    problems: { 404: 'There is no such version' },
  },
  putModel: {
    summary: 'Put a model in force as the next version; clients are assessed by it from then on',
    body: MODEL,
    answers: { 201: { description: 'The new version', json: model }, 200: { description: 'It is in force already', json: model } },
  },
  previewModel: {
    summary: 'How many clients a draft would move between which cells, and the twenty largest movements; changes nothing',
    body: MODEL,
    answers: {
      200: { description: 'The preview', json: preview },
      202: { description: 'More clients than fit into a request: fetch it at `self`', json: preview },
    },
  },
  getPreview: {
    summary: 'A preview that was not answered at once',
    answers: { 200: { description: 'What was found so far', json: preview } },
  },
  getSignificanceMatrix: {
    summary: 'The nine cells with the number of clients in each',
    query: [LANGUAGE],
    answers: { 200: { description: 'The matrix', json: significanceMatrix, types: ['image/svg+xml', 'text/html'] } },
  },
  startReassessment: {
    summary: 'Reassess all clients by the results of today; each request counts as one reassessment',
    answers: { 202: { description: 'Started; `self` tells how far it is', json: reassessment } },
  },
  getReassessment: {
    summary: 'How far a reassessment is',
    answers: { 200: { description: 'The run', json: reassessment } },
  },
} satisfies Partial<Record<Operation, Description>>;
