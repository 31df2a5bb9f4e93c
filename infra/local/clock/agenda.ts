/** Something that waits for its time. */
export interface Appointment {
  readonly atMs: number;
  readonly kind: 'schedule' | 'invocation';
  readonly key: string;
}

/**
 * What is due next, earliest first; of one instant, what was added first. A binary heap: ten thousand policies have ten
 * thousand schedules. An appointment that no longer holds is not looked for: `isStill` drops it when its turn comes.
 */
export interface Agenda {
  add(appointment: Appointment): void;
  /** When the earliest appointment is that still holds. */
  nextMs(): number | null;
  /** Takes all appointments up to an instant off the agenda, in order. */
  takeThrough(instantMs: number): readonly Appointment[];
}

export const createAgenda = (isStill: (appointment: Appointment) => boolean): Agenda => {
  const heap: Entry[] = [];
  let added = 0;

  const earliest = (): Entry | undefined => {
    for (let top = heap[0]; top !== undefined; top = heap[0]) {
      if (isStill(top.appointment)) return top;
      removeTop(heap);
    }
    return undefined;
  };

  return {
    add: (appointment) => {
      heap.push({ appointment, order: added++ });
      siftUp(heap);
    },
    nextMs: () => earliest()?.appointment.atMs ?? null,
    takeThrough: (instantMs) => {
      const taken: Appointment[] = [];
      for (let top = earliest(); top !== undefined && top.appointment.atMs <= instantMs; top = earliest()) {
        taken.push(top.appointment);
        removeTop(heap);
      }
      return taken;
    },
  };
};

interface Entry {
  readonly appointment: Appointment;
  readonly order: number;
}

const comesBefore = (a: Entry, b: Entry): boolean =>
  a.appointment.atMs < b.appointment.atMs || (a.appointment.atMs === b.appointment.atMs && a.order < b.order);

const siftUp = (heap: Entry[]): void => {
  for (let child = heap.length - 1; child > 0; ) {
    const parent = (child - 1) >> 1;
    if (!swapIfBefore(heap, child, parent)) return;
    child = parent;
  }
};

const removeTop = (heap: Entry[]): void => {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  for (let parent = 0; ; ) {
    const child = smallerChild(heap, parent);
    if (child === null || !swapIfBefore(heap, child, parent)) return;
    parent = child;
  }
};

const smallerChild = (heap: readonly Entry[], parent: number): number | null => {
  const left = heap[2 * parent + 1];
  const right = heap[2 * parent + 2];
  if (left === undefined) return null;
  return right !== undefined && comesBefore(right, left) ? 2 * parent + 2 : 2 * parent + 1;
};

const swapIfBefore = (heap: Entry[], child: number, parent: number): boolean => {
  const lower = heap[child];
  const upper = heap[parent];
  if (lower === undefined || upper === undefined || !comesBefore(lower, upper)) return false;
  heap[child] = upper;
  heap[parent] = lower;
  return true;
};
