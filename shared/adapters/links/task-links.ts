import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkedTask, TaskLinks } from '../../ports/task-links.ts';

interface LinkSettings {
  /** Base of the public API. */
  readonly publicUrl: string;
  /** The key that links are signed with; asked for once a process. */
  readonly key: () => Promise<Uint8Array>;
}

/** Longer than any task waits before it is handed on, short enough that an old mailbox opens nothing. */
const GOOD_FOR_MS = 14 * 24 * 3_600_000;

/** `<expiry in seconds, base 36>.<base64url of 32 bytes>` */
const TOKEN = /^([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/;

/**
 * HMAC-SHA256 over task, assignee and expiry: nothing is stored of a link, and nothing of it can be changed. It is single-use
 * because a task ends once, and dies when the task goes to somebody else.
 */
export function taskLinks({ publicUrl, key }: LinkSettings): TaskLinks {
  let known: Promise<Uint8Array> | undefined;

  async function seal({ taskId, assignee }: LinkedTask, expires: string): Promise<Buffer> {
    known ??= key().catch((error: unknown) => {
      known = undefined; // a failed read is not remembered
      throw error;
    });
    return createHmac('sha256', await known)
      .update(JSON.stringify([taskId, assignee.toLowerCase(), expires]))
      .digest();
  }

  return {
    async urlOf(task, now) {
      const expires = Math.floor((now + GOOD_FOR_MS) / 1000).toString(36);
      const token = `${expires}.${(await seal(task, expires)).toString('base64url')}`;
      return `${publicUrl}/tasks/${encodeURIComponent(task.taskId)}/page?token=${token}`;
    },
    async check(token, task, now) {
      const [, expires, mac] = TOKEN.exec(token) ?? [];
      if (expires === undefined || mac === undefined) return 'forged';
      if (!timingSafeEqual(await seal(task, expires), Buffer.from(mac, 'base64url'))) return 'forged';
      return Number.parseInt(expires, 36) * 1000 > now ? 'good' : 'expired';
    },
  };
}
