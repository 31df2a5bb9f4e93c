import { invalid } from '../service-error.ts';

/** AWS names parameters in its messages with a small first letter. */
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const violation = (constraint: string) => invalid(`1 validation error detected: ${constraint}`);

export const refuseMissing = (input: object, names: readonly string[]): void => {
  const missing = names.find((name) => !Object.hasOwn(input, name));
  if (missing !== undefined) throw violation(`Value null at '${camel(missing)}' failed to satisfy constraint: Member must not be null`);
};

export const refuseOther = (name: string, value: string | undefined, allowed: readonly string[]): void => {
  if (value === undefined || allowed.includes(value)) return;
  throw violation(
    `Value '${value}' at '${camel(name)}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(', ')}]`,
  );
};

export const refuseLength = (name: string, length: number, { least, most }: { readonly least: number; readonly most: number }): void => {
  if (length < least)
    throw violation(`Value at '${camel(name)}' failed to satisfy constraint: Member must have length greater than or equal to ${least}`);
  if (length > most)
    throw violation(`Value at '${camel(name)}' failed to satisfy constraint: Member must have length less than or equal to ${most}`);
};
