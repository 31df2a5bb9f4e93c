import { expect, test } from 'vitest';
import { auditShard } from '../../../shared/domain/significance/audit-cells.ts';
import { addCounts, cellCounts, recount } from '../../../shared/domain/significance/cells.ts';

const p1f1 = (clients: number) => cellCounts((cell) => (cell === 'P1F1' ? clients : 0));

test.each([
  ['nobody moved and it is equal', { kept: 5, counted: 5, moved: 0 }, { all: 0, unexplained: 0 }],
  ['nobody moved and it is not', { kept: 6, counted: 5, moved: 0 }, { all: 1, unexplained: 1 }],
  ['one too many, and one moved meanwhile', { kept: 6, counted: 5, moved: 1 }, { all: 1, unexplained: 0 }],
  ['two too few, and two moved meanwhile', { kept: 5, counted: 7, moved: 2 }, { all: 1, unexplained: 0 }],
  ['three too few, and two moved meanwhile', { kept: 4, counted: 7, moved: 2 }, { all: 1, unexplained: 1 }],
])('%s', (_, { kept, counted, moved }, { all, unexplained }) => {
  const found = auditShard({ shard: 's04', counts: p1f1(kept), moves: 10 + moved }, { counts: p1f1(counted), movesBefore: 10 });
  expect([found.all.length, found.unexplained.length]).toEqual([all, unexplained]);
});

test('a difference says which cell of which shard, what is kept, and what was counted', () => {
  const { unexplained } = auditShard({ shard: 's04', counts: p1f1(3), moves: 7 }, { counts: p1f1(2), movesBefore: 7 });
  expect(unexplained).toEqual([{ where: 'cell P1F1', what: 'clients in shard s04', stored: '3', recomputed: '2' }]);
});

test('counts are added cell by cell', () => {
  const each = cellCounts((cell) => Number(cell[1]) * 10 + Number(cell[3]));
  expect(addCounts(each, p1f1(4))).toEqual({
    P1: { F1: 15, F2: 12, F3: 13 },
    P2: { F1: 21, F2: 22, F3: 23 },
    P3: { F1: 31, F2: 32, F3: 33 },
  });
  expect(addCounts(each, recount([]))).toEqual(each);
});
