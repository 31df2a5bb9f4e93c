/** Are two pieces of plain data the same, whatever the order of their fields? A field that is undefined is not there. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = new Set([...definedNames(a), ...definedNames(b)]);
  return [...names].every((name) => sameData(a[name], b[name]));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const definedNames = (value: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(value).filter((name) => value[name] !== undefined);
