import { POLICYHOLDER } from '../regulation.ts';
import { entries, present } from './entries.ts';
import { listed, type Place, quoted } from './place.ts';
import type { Draft } from './readers.ts';
import type { RegulationShape } from './shape.ts';

/** Whoever an action names is a role of this regulation; `to` may name the policyholder too. */
export function rolesExist({ roles, actions }: Draft<RegulationShape>, place: Place): void {
  if (roles === undefined) return; // reported already; every name would seem unknown
  const names = present(roles).flatMap(({ role }) => role ?? []);
  const cure = `is not a role of this regulation; add it to roles, or use ${names.length > 0 ? listed(names) : POLICYHOLDER}`;
  for (const [i, action] of entries(actions)) {
    for (const name of Object.keys(action.participants ?? {})) {
      if (!names.includes(name)) place.at('actions', i, 'participants', name).report(`${quoted(name)} ${cure}`);
    }
    for (const [k, name] of entries(action.to)) {
      if (name !== POLICYHOLDER && !names.includes(name)) place.at('actions', i, 'to', k).report(`${quoted(name)} ${cure}`);
    }
  }
}

/** Every code that a checkpoint names is an action. */
export function actionsExist({ checkpoints, actions }: Draft<RegulationShape>, place: Place): void {
  if (actions === undefined) return;
  const codes = present(actions).flatMap(({ code }) => code ?? []);
  for (const [i, checkpoint] of entries(checkpoints)) {
    for (const [k, code] of entries(checkpoint.actions)) {
      if (!codes.includes(code))
        place.at('checkpoints', i, 'actions', k).report(`no action has the code ${quoted(code)}; add it to actions`);
    }
  }
}

/** Every action is done somewhere: one that no checkpoint names would stand in the matrix and never happen. */
export function actionsAreUsed({ checkpoints, actions }: Draft<RegulationShape>, place: Place): void {
  if (checkpoints === undefined) return;
  const used = new Set(present(checkpoints).flatMap((checkpoint) => present(checkpoint.actions)));
  for (const [i, { code, kind }] of entries(actions)) {
    if (code === undefined || kind === undefined || kind === 'reinstate' || used.has(code)) continue;
    place.at('actions', i, 'code').report(`no checkpoint does ${quoted(code)}; name it in the actions of one, or remove it`);
  }
}

/** Cover is restored when the money comes, not at a date: so `reinstate` belongs to no checkpoint, and there is one at most. */
export function restoringIsNoCheckpoint({ checkpoints, actions }: Draft<RegulationShape>, place: Place): void {
  const restoring = entries(actions).filter(([, action]) => action.kind === 'reinstate');
  for (const [i] of restoring.slice(1))
    place.at('actions', i, 'kind').report('a second reinstate; one says what happens when cover is restored');
  const codes = restoring.flatMap(([, { code }]) => code ?? []);
  for (const [i, checkpoint] of entries(checkpoints)) {
    for (const [k, code] of entries(checkpoint.actions)) {
      if (!codes.includes(code)) continue;
      place
        .at('checkpoints', i, 'actions', k)
        .report(`${quoted(code)} restores cover, which happens when nothing is past due any more; take it out here`);
    }
  }
}
