/** Collects what must be stopped, while it is started; stops it in reverse, once. */
export interface CleanUp {
  add(stop: () => Promise<void>): void;
  /** Awaits a start and adds its stop. A start still under way when cleaning up begins is awaited, then stopped. */
  own<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T>;
  run(): Promise<void>;
}

export const cleanUp = (): CleanUp => {
  const stops: (() => Promise<void>)[] = [];
  const starting: Promise<unknown>[] = [];
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    await Promise.allSettled(starting);
    for (const stop of stops.reverse()) await stop();
  };

  return {
    add: (stop) => void stops.push(stop),
    own: (start) => {
      const owned = start.then((thing) => {
        stops.push(() => thing.stop());
        return thing;
      });
      starting.push(owned);
      return owned;
    },
    run: () => {
      running ??= run();
      return running;
    },
  };
};
