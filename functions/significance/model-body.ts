import { checkModel } from '../../shared/domain/significance/check-model.ts';
import type { SignificanceModel } from '../../shared/domain/significance/model.ts';
import { badRequest } from '../http/problem.ts';

/** A model as it was sent; what is read can be put again, so what we added to it is left out. @throws with every fault in it. */
export function modelOf(body: unknown): SignificanceModel {
  const checked = checkModel(withoutSelf(body));
  if (checked.ok) return checked.model;
  throw badRequest('INVALID_MODEL', `the model has ${checked.faults.length} fault(s); nothing was stored`, checked.faults);
}

function withoutSelf(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !('self' in body)) return body;
  const { self: _, ...model } = body;
  return model;
}
