import type { Action, Checkpoint, Regulation, Role } from '../../shared/domain/regulation.ts';

/** A small process whose author means no good: every text tries to become something else than text. */
export const hostile: Regulation = {
  regulationId: 'r"&<1>',
  version: 3,
  title: '</title><script>alert(1)</script>',
  roles: [{ role: 'clerk', title: '=cmd|"/c calc"' }],
  checkpoints: [
    { code: 'C1', anchor: 'dueOn', offsetDays: 0, dayKind: 'calendar', actions: ['A1'] },
    {
      code: 'C2',
      anchor: 'graceEnd',
      offsetDays: 2,
      dayKind: 'business',
      classes: ['B', 'C'],
      minOutstanding: { amountMinor: 10_000, currency: 'UAH' },
      actions: ['A2', 'A1'],
    },
  ],
  actions: [
    {
      code: 'A1',
      title: '<img src=x onerror="alert(1)"> & \'co\'',
      kind: 'remind',
      to: ['policyholder', 'clerk'],
      technique: '+1|2 [a](http://x) `c`\n=3',
      expectedResult: '@SUM(1,"2")',
      participants: {},
    },
    {
      code: 'A2',
      title: '-2+3"];click A href "javascript:alert(1)',
      kind: 'task',
      technique: '\t=1',
      expectedResult: '* _x_ ~y~ # z',
      participants: { clerk: 'R' },
    },
  ],
};

interface Sketch {
  /** Titles of the roles; r0, r1 … are their names. */
  readonly roles: readonly string[];
  /** Per checkpoint its actions: a kind, and who is R. */
  readonly checkpoints: readonly (Partial<Checkpoint> & { readonly does: readonly (readonly [Action['kind'], string?])[] })[];
  readonly reinstate?: boolean;
  readonly title?: (index: number) => string;
}

/** A regulation of any size: what its actions are called and who does them matters, the rest is filled in. */
export function sketch({ roles, checkpoints, reinstate = false, title = (i) => `Action number ${i}` }: Sketch): Regulation {
  const actions: Action[] = [];
  const add = (kind: Action['kind'], responsible?: string): string => {
    const code = `A${actions.length + 1}`;
    const base = { code, title: title(actions.length + 1), kind, technique: 'T', expectedResult: 'E' };
    const isTask = kind === 'task' || kind === 'escalate';
    actions.push(isTask ? { ...base, participants: { [responsible ?? 'r0']: 'R' } } : { ...base, to: ['policyholder'], participants: {} });
    return code;
  };
  const written = checkpoints.map(({ does, ...rest }, index) => ({
    code: `C${index + 1}`,
    anchor: 'dueOn' as const,
    offsetDays: index,
    dayKind: 'calendar' as const,
    ...rest,
    actions: does.map(([kind, responsible]) => add(kind, responsible)),
  }));
  if (reinstate) add('reinstate');
  const named: readonly Role[] = roles.map((roleTitle, index) => ({ role: `r${index}`, title: roleTitle }));
  return { regulationId: 'sketch', version: 1, title: 'A sketch of a process', roles: named, checkpoints: written, actions };
}
