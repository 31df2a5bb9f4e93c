/**
 * Does something that may throw, and returns the error instead: so that what was read before it is handed on first, and a file that
 * breaks off is known to break off after its 41st entry, not after the last piece of text that was whole.
 */
export function attempt(action: () => void): { readonly error: unknown } | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return { error };
  }
}
