import fc from 'fast-check';
import type { Action, Regulation } from '../../../shared/domain/regulation.ts';
import { sketch } from '../regulations.ts';

const words = fc.constantFrom(
  'Call',
  'the policyholder',
  'Надіслати повідомлення страхувальнику',
  'Vertragsstrafenvereinbarung',
  'a',
  '«ДОГ/2026»',
  '保険',
  '<b>&',
);
const title = fc.array(words, { minLength: 1, maxLength: 5 }).map((some) => some.join(' ').slice(0, 120));
const kind = fc.constantFrom<Action['kind']>('remind', 'notice', 'task', 'escalate', 'suspend');

/** Processes of every shape that can be drawn: one checkpoint or many, for all or some, lapsing at the end, in between, or never. */
export const anyProcess: fc.Arbitrary<Regulation> = fc
  .record({
    roles: fc.array(
      title.map((t) => t.slice(0, 80)),
      { minLength: 1, maxLength: 4 },
    ),
    checkpoints: fc.array(
      fc.record({ kinds: fc.array(kind, { minLength: 1, maxLength: 4 }), who: fc.nat(3), conditional: fc.boolean(), lapses: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    ),
    reinstate: fc.boolean(),
    titles: fc.array(title, { minLength: 1, maxLength: 6 }),
  })
  .map(({ roles, checkpoints, reinstate, titles }) =>
    sketch({
      roles,
      reinstate,
      title: (index) => titles[index % titles.length] ?? '',
      checkpoints: checkpoints.map(({ kinds, who, conditional, lapses }, index) => {
        const mayLapse = lapses && (conditional || index === checkpoints.length - 1);
        const does = kinds.map((k, position) => [k, `r${(who + position) % roles.length}`] as const);
        return { does: mayLapse ? [...does, ['lapse'] as const] : does, ...(conditional && { classes: ['B', 'C'] as const }) };
      }),
    }),
  );
