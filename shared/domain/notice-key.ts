import { bucketOf } from './bucket.ts';
import type { Notice } from './notice.ts';

/**
 * The key of a notice's intent in the Outbox follows from the notice, so that whoever has one finds the other. The bucket is the
 * client's: his notices come through one shard of the stream, near each other, and can leave in one message.
 */
export const noticeKey = ({ clientId, createdAt, noticeId }: Pick<Notice, 'clientId' | 'createdAt' | 'noticeId'>) => ({
  bucket: bucketOf(clientId),
  intent: `${createdAt}#${noticeId}`,
});
