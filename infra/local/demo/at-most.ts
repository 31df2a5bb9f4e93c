/** Does something for each item, so many at once. The first failure is thrown when those that run have ended. */
export const atMost = async <T>(count: number, items: readonly T[], act: (item: T) => Promise<void>): Promise<void> => {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await act(item);
  };
  const [failed] = (await Promise.allSettled(Array.from({ length: count }, worker))).filter((settled) => settled.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};
