/** A request's target, taken apart as an HTTP API of API Gateway does. */
export interface RequestPath {
  /** Decoded: `%2F` has become a separator, and what follows a decoded `?` is gone. A plus stays a plus. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly rawQuery: string;
}

/** null when the percent-encoding is broken: API Gateway answers 400 then. */
export const parseRequestPath = (target: string): RequestPath | null => {
  const question = target.indexOf('?');
  const encoded = question < 0 ? target : target.slice(0, question);
  const decoded = encoded.includes('%') ? decode(encoded) : encoded;
  if (decoded === null) return null;
  const end = decoded.indexOf('?');
  return { path: end < 0 ? decoded : decoded.slice(0, end), rawQuery: question < 0 ? '' : target.slice(question + 1) };
};

const decode = (encoded: string): string | null => {
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
};
