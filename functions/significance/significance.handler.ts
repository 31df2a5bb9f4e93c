/**
 * Significance: the model, why a client has his class, the nine cells, previews, reassessments, and a person's word on lowerings.
 * Triggered by API Gateway. Versions of the model are immutable; the same content again is the same version. Work over all
 * clients that doesn't fit into a request goes on in the function `reassess`.
 */
import { apiFunction } from '../http/api-function.ts';
import { log } from '../runtime/log.ts';
import { significanceRuntime } from '../runtime/significance.ts';
import type { Outside } from '../runtime/system.ts';
import { classOperations } from './class-operations.ts';
import { modelOperations } from './model-operations.ts';
import { reassessmentOperations } from './reassessment-operations.ts';

export function createHandler(outside?: Outside) {
  const deps = significanceRuntime(outside);
  return apiFunction('significance', { ...classOperations(deps), ...modelOperations(deps), ...reassessmentOperations(deps) }, log);
}

export const handler = createHandler();
