/** What happens at an instant. It may take microtasks, never time. */
export type Happening = () => void | Promise<void>;

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly happen: Happening;
}

/** The only clock of a simulation: happenings in the order of their time, and of their writing where the time is the same. */
export class Timeline {
  /** Epoch ms. */
  now: number;
  /** Happenings so far. */
  steps = 0;
  #order = 0;
  readonly #heap: Entry[] = [];

  constructor(now: number) {
    this.now = now;
  }

  /** A time that has passed is now: nothing happens in the past. */
  at(at: number, happen: Happening): void {
    this.#push({ at: Math.max(at, this.now), order: this.#order++, happen });
  }

  in(ms: number, happen: Happening): void {
    this.at(this.now + Math.ceil(ms), happen);
  }

  /** Epoch ms of the next happening; undefined: nothing is left. */
  next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Lets the next happening happen. */
  async step(): Promise<void> {
    const entry = this.#pop();
    if (!entry) return;
    this.now = entry.at;
    this.steps += 1;
    await entry.happen();
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let child = heap.push(entry) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!isBefore(entry, heap[parent])) break;
      heap[child] = heap[parent] ?? entry;
      child = parent;
    }
    heap[child] = entry;
  }

  #pop(): Entry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let parent = 0;
    for (;;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const least = right < heap.length && isBefore(heap[right], heap[left]) ? right : left;
      const candidate = heap[least];
      if (!candidate || !isBefore(candidate, last)) break;
      heap[parent] = candidate;
      parent = least;
    }
    heap[parent] = last;
    return first;
  }
}

const isBefore = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a !== undefined && (b === undefined || a.at < b.at || (a.at === b.at && a.order < b.order));
