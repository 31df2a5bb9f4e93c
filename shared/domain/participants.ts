import type { Policy } from './policy.ts';
import { Refusal } from './refusal.ts';
import type { Person, Regulation } from './regulation.ts';

/** Named persons, and the regulation's default for every role that nobody was named for. @throws Refusal: a role that doesn't exist, or has nobody. */
export function appoint(named: Readonly<Record<string, Person>>, regulation: Regulation): Policy['participants'] {
  const unknown = Object.keys(named).find((role) => !regulation.roles.some((r) => r.role === role));
  const roles = regulation.roles.map((r) => r.role).join(', ');
  if (unknown !== undefined)
    throw new Refusal('UNKNOWN_ROLE', `the regulation has no such role; it has ${roles}`, `/participants/${unknown}`);
  return Object.fromEntries(
    regulation.roles.map(({ role, default: person }) => {
      const appointed = named[role] ?? person;
      if (!appointed)
        throw new Refusal('PARTICIPANT_MISSING', `name a person for ${role}: the regulation has no default`, `/participants/${role}`);
      return [role, appointed];
    }),
  );
}
