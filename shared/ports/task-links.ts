/** For whom a link to a task is. */
export interface LinkedTask {
  readonly taskId: string;
  /** Address of who has the task: the link of somebody who had it before is worth nothing. */
  readonly assignee: string;
}

/** Links in mail, by which a participant without an account says what came of his task. */
export interface TaskLinks {
  /** Good for some time from `now` (epoch ms), and only as long as the task is open and his. */
  urlOf(task: LinkedTask, now: number): Promise<string>;
  check(token: string, task: LinkedTask, now: number): Promise<LinkState>;
}

export type LinkState = 'good' | 'expired' | 'forged'; // or of somebody who had the task before
