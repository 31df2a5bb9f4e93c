import fc from 'fast-check';
import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { MOST_IN_ONE_MESSAGE, noticeIdsOf, noticeTag } from '../../shared/domain/notice-tag.ts';

const ids = fc.array(fc.nat(), { minLength: 1, maxLength: MOST_IN_ONE_MESSAGE }).map((seeds) => seeds.map((seed) => ulid(seed)));

test('a tag of as many ids as one message may have is one that SES takes, and names them all', () => {
  fc.assert(
    fc.property(ids, (noticeIds) => {
      const tag = noticeTag(noticeIds);
      expect(tag).toMatch(/^[A-Za-z0-9_\-.@]{1,256}$/);
      expect(noticeIdsOf(tag)).toEqual(noticeIds);
    }),
  );
});

test('one more would be too long', () => {
  expect(noticeTag(Array.from({ length: MOST_IN_ONE_MESSAGE + 1 }, () => ulid())).length).toBeGreaterThan(256);
});
