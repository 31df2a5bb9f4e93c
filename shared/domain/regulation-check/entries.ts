/** The elements that could be read, with their positions in the body. */
export const entries = <T>(list: readonly (T | undefined)[] | undefined): readonly (readonly [number, T])[] =>
  (list ?? []).flatMap((element, index) => (element === undefined ? [] : [[index, element] as const]));

/** The values that could be read. */
export const present = <T>(list: readonly (T | undefined)[] | undefined): readonly T[] => entries(list).map(([, element]) => element);
