import * as z from 'zod/mini';

/** S3's "Object Created" as EventBridge brings it; the key of the object is the id of the upload. */
const created = z.object({ detail: z.object({ object: z.object({ key: z.string().check(z.minLength(1)) }) }) });

/** What an earlier invocation that ran out of time hands over. */
const goingOn = z.object({ uploadId: z.string().check(z.minLength(1)) });

/** @throws for an event of another kind */
export function uploadIdOf(event: unknown): string {
  const further = goingOn.safeParse(event);
  return further.success ? further.data.uploadId : created.parse(event).detail.object.key;
}
