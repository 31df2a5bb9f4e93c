import { expect, test } from 'vitest';
import { differences } from '../../../../infra/tools/smoke/differences.ts';

test.each([
  ['the same', { a: 1, b: [{ c: 'x' }] }, { a: 1, b: [{ c: 'x', d: 2 }, 3], e: 4 }, []],
  ['another amount', { standing: { received: '1.00' } }, { standing: { received: '1.01' } }, ['/standing/received is "1.01", not "1.00"']],
  ['a field is missing', { a: 1 }, {}, ['/a is missing, not 1']],
  ['a number as text', { a: 1 }, { a: '1' }, ['/a is "1", not 1']],
  ['a list too short', [{ a: 1 }, { a: 2 }], [{ a: 1 }], ['/1 is missing']],
  ['no object', { a: 1 }, 'text', ['answer is "text"']],
  ['null', { a: { b: 1 } }, { a: null }, ['/a is null']],
])('%s', (_, expected, seen, found) => {
  expect(differences(expected, seen)).toEqual(found);
});
