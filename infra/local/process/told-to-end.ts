const LOOK_EVERY_MS = 500;

/**
 * Resolves at Ctrl-C or when told to end; a second time it ends at once. npm puts a shell between: told to end, npm tells the shell,
 * which dies of it and tells nobody. So under npm the death of the parent counts as being told, else the ports stay taken.
 */
export const toldToEnd = (): Promise<void> =>
  new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) resolve();
    }, LOOK_EVERY_MS).unref();
  });
