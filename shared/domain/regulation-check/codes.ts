import { entries } from './entries.ts';
import { type Place, quoted } from './place.ts';
import type { Draft } from './readers.ts';
import type { RegulationShape } from './shape.ts';

/** Roles, checkpoints, actions and currencies are referred to by their codes; nothing may be named, or listed, twice. */
export function codesAreUnique({ roles, checkpoints, actions, thresholds }: Draft<RegulationShape>, place: Place): void {
  unique(
    entries(roles).map(([i, role]) => [place.at('roles', i, 'role'), role.role]),
    'names a role that is there already; rename or remove one of the two',
  );
  unique(
    entries(checkpoints).map(([i, checkpoint]) => [place.at('checkpoints', i, 'code'), checkpoint.code]),
    'is the code of an earlier checkpoint; give each its own',
  );
  unique(
    entries(actions).map(([i, action]) => [place.at('actions', i, 'code'), action.code]),
    'is the code of an earlier action; give each its own',
  );
  unique(
    entries(thresholds).map(([i, of]) => [place.at('thresholds', i, 'currency'), of.currency]),
    'has thresholds already; give each currency one set',
  );
  for (const [i, { to }] of entries(actions)) nothingTwice(entries(to), place.at('actions', i, 'to'), 'is addressed already');
  for (const [i, checkpoint] of entries(checkpoints)) {
    nothingTwice(entries(checkpoint.actions), place.at('checkpoints', i, 'actions'), 'is an action of this checkpoint already');
    nothingTwice(entries(checkpoint.classes), place.at('checkpoints', i, 'classes'), 'is listed already');
  }
}

const nothingTwice = (elements: readonly (readonly [number, string])[], place: Place, what: string): void =>
  unique(
    elements.map(([index, element]) => [place.at(index), element]),
    `${what}; remove one of the two`,
  );

function unique(named: readonly (readonly [Place, string | undefined])[], what: string): void {
  const seen = new Set<string>();
  for (const [place, name] of named) {
    if (name !== undefined && seen.has(name)) place.report(`${quoted(name)} ${what}`);
    if (name !== undefined) seen.add(name);
  }
}
