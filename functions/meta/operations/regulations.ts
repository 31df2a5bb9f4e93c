import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import { presentRegulation } from '../../regulations/present-regulation.ts';
import type { Operation } from '../../routes.ts';
import { type Description, LANGUAGE, VERSION } from '../description.ts';
import { publishedRegulation, regulation, regulationContent, responsibilityMatrix } from '../responses/regulation.ts';

const { self: _self, regulationId: _id, version: _version, ...BUILT_IN } = presentRegulation(defaultRegulation);

export const REGULATIONS = {
  putRegulation: {
    summary: 'Publish the next version of a regulation; a version never changes, and policies stay on theirs',
    body: { schema: regulationContent, example: BUILT_IN },
    answers: {
      201: { description: 'Published', json: publishedRegulation },
      200: { description: 'The latest version has this content already', json: publishedRegulation },
    },
  },
  getRegulation: { summary: 'A regulation', query: [VERSION], answers: { 200: { description: 'The regulation', json: regulation } } },
  getMatrix: {
    summary: 'The responsibility matrix',
    query: [VERSION, LANGUAGE],
    answers: { 200: { description: 'The matrix', json: responsibilityMatrix, types: ['text/html', 'text/markdown', 'text/csv'] } },
  },
  getDiagram: {
    summary: 'The process diagram',
    query: [VERSION, LANGUAGE],
    answers: { 200: { description: 'The diagram', types: ['image/svg+xml', 'application/bpmn+xml', 'text/vnd.mermaid'] } },
  },
} satisfies Partial<Record<Operation, Description>>;
