import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../shared/domain/significance/assess.ts';
import { EMPTY_PREVIEW, type PreviewClient, withClients } from '../../../shared/domain/significance/preview.ts';
import { DIAL, dialled, dialModel } from './clients.ts';

const PUBLISHED = dialModel();
const STRICTER = dialModel({ results: { ...PUBLISHED.results, bands: { F1: 90, F2: 70, F3: 0 } } });

function client(clientId: string, potential: number, results: number): PreviewClient {
  const facts = dialled(potential, results);
  return { clientId, facts, assignment: assess(PUBLISHED, { facts, previous: undefined, occasion: { kind: 'change' } }).assignment };
}

const place = (cell: string) => ({ potentialBand: cell.slice(0, 2), resultBand: cell.slice(2, 4), class: cell.slice(4) });

test('counts the clients that would move between cells, and names the largest movements first', () => {
  const clients = [
    client('a', 80, 80), // P1F1 A → 80 is under 90 by the margin: P1F2 A
    client('b', 20, 80), // P3F1 B → P3F2 C
    client('c', 20, 80), // the same
    client('d', 55, 55), // P2F2 B → 55 is under 70 by the margin: P2F3 C
    client('e', 80, 100), // P1F1 A → stays
    client('f', 20, 69), // P3F2 C → 69 is under 70 by less than the margin: held
  ];
  const preview = withClients(EMPTY_PREVIEW, STRICTER, clients);
  expect(preview).toMatchObject({ clients: 6, unchanged: 2, heldByHysteresis: 1, awaitingApproval: 0 });
  expect(preview.movements).toEqual([
    { from: place('P3F1B'), to: place('P3F2C'), clients: 2 },
    { from: place('P1F1A'), to: place('P1F2A'), clients: 1 },
    { from: place('P2F2B'), to: place('P2F3C'), clients: 1 },
  ]);
  expect(preview.largest.map(({ clientId, classSteps }) => [clientId, classSteps])).toEqual([
    ['b', 1],
    ['c', 1],
    ['d', 1],
    ['a', 0],
  ]);
});

test('a client without a class moves from nowhere', () => {
  const { movements, largest } = withClients(EMPTY_PREVIEW, PUBLISHED, [{ clientId: 'new', facts: dialled(55, 20) }]);
  expect(movements).toEqual([{ to: place('P2F3C'), clients: 1 }]);
  expect(largest).toEqual([{ clientId: 'new', to: place('P2F3C'), classSteps: 0, bandSteps: 0, scoreHundredths: 7500 }]);
});

test('a cell whose class the draft changes is a movement', () => {
  const draft = dialModel({ matrix: { ...PUBLISHED.matrix, P2: { F1: 'A', F2: 'A', F3: 'C' } } });
  expect(withClients(EMPTY_PREVIEW, draft, [client('a', 55, 55)]).movements).toEqual([
    { from: place('P2F2B'), to: place('P2F2A'), clients: 1 },
  ]);
});

test('where the draft asks before it lowers, the movement is counted as one that will wait', () => {
  const draft = { ...STRICTER, lowering: { needsApproval: true, approverRole: 'headOfSales' } } as const;
  const preview = withClients(EMPTY_PREVIEW, draft, [client('d', 55, 55)]);
  expect(preview).toMatchObject({ awaitingApproval: 1, movements: [{ to: place('P2F3C'), clients: 1 }] });
});

test('keeps the twenty largest, whenever they come', () => {
  const small = Array.from({ length: 30 }, (_, i) => client(`small-${i}`, 55, 80)); // P2F1 A → P2F2 B
  const large = Array.from({ length: 19 }, (_, i): PreviewClient => ({ ...client(`large-${i}`, 90, 90), facts: dialled(0, 0) })); // A → C
  const { largest } = withClients(EMPTY_PREVIEW, STRICTER, [...small, ...large]);
  expect(largest.map(({ clientId }) => clientId.split('-')[0])).toEqual([...large.map(() => 'large'), 'small']);
  expect(largest.at(-1)?.clientId).toBe('small-0');
});

const someClients = fc.array(fc.tuple(fc.constantFrom(...DIAL), fc.constantFrom(...DIAL), fc.boolean()), { maxLength: 60 }).map((drawn) =>
  drawn.map(([potential, results, isNew], index): PreviewClient => {
    const known = client(`client-${index}`, potential, results);
    return isNew ? { clientId: known.clientId, facts: known.facts } : known;
  }),
);

test('every client is counted once: moved or unchanged', () => {
  fc.assert(
    fc.property(someClients, (clients) => {
      const { movements, unchanged, ...preview } = withClients(EMPTY_PREVIEW, STRICTER, clients);
      expect(preview.clients).toBe(clients.length);
      expect(unchanged + movements.reduce((total, movement) => total + movement.clients, 0)).toBe(clients.length);
      expect(preview.largest.length).toBe(Math.min(20, clients.length - unchanged));
    }),
  );
});

test('pages in any cut and any order make the same preview', () => {
  fc.assert(
    fc.property(someClients, fc.nat(60), (clients, cut) => {
      const whole = withClients(EMPTY_PREVIEW, STRICTER, clients);
      const paged = withClients(withClients(EMPTY_PREVIEW, STRICTER, clients.slice(cut)), STRICTER, clients.slice(0, cut));
      expect(paged).toEqual(whole);
    }),
  );
});

test('the published model as a draft moves nobody', () => {
  fc.assert(
    fc.property(someClients, (clients) => {
      const known = clients.filter((c) => c.assignment);
      expect(withClients(EMPTY_PREVIEW, PUBLISHED, known)).toMatchObject({ unchanged: known.length, movements: [], largest: [] });
    }),
  );
});
