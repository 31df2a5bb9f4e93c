import { expect, test } from 'vitest';
import { CELLS, cellOf, recount } from '../../../shared/domain/significance/cells.ts';

const client = (potentialBand: 'P1' | 'P2' | 'P3', resultBand: 'F1' | 'F2' | 'F3') => ({
  significance: { class: 'B' as const, potentialBand, resultBand, assignedAt: '2026-11-22T08:00:00.000Z' },
});

test('clients are counted by their bands; who has no class is in no cell', () => {
  const clients = [client('P1', 'F1'), client('P1', 'F1'), client('P3', 'F2'), {}];
  expect(recount(clients)).toEqual({ P1: { F1: 2, F2: 0, F3: 0 }, P2: { F1: 0, F2: 0, F3: 0 }, P3: { F1: 0, F2: 1, F3: 0 } });
});

test('there are nine cells', () => {
  expect(CELLS).toEqual(['P1F1', 'P1F2', 'P1F3', 'P2F1', 'P2F2', 'P2F3', 'P3F1', 'P3F2', 'P3F3']);
  expect([cellOf(client('P2', 'F3')), cellOf({})]).toEqual(['P2F3', undefined]);
});
