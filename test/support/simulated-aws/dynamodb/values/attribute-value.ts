/**
 * An attribute value as it travels: numbers are decimal strings, binary is base64. Everything that is stored has
 * passed `normaliseValue`, so that equal numbers are equal strings ('1.0' and '1e0' are kept as '1').
 */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: boolean }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: Item }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] };

export type Item = Readonly<Record<string, AttributeValue>>;

export const attributeTypes = ['S', 'N', 'B', 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS', 'BS'] as const;
export type AttributeType = (typeof attributeTypes)[number];
export type SetType = 'SS' | 'NS' | 'BS';

export const typeOf = (value: AttributeValue): AttributeType => Object.keys(value)[0] as AttributeType;

/** An attribute may be called "constructor" or "toString": only what the item itself holds counts. */
export const attributeOf = (item: Item | undefined, name: string): AttributeValue | undefined =>
  item !== undefined && Object.hasOwn(item, name) ? item[name] : undefined;

export const withAttribute = (item: Item, name: string, value: AttributeValue): Item => ({ ...item, [name]: value });

export const withoutAttribute = (item: Item, name: string): Item =>
  Object.fromEntries(Object.entries(item).filter(([each]) => each !== name));

/** The members of a set, or undefined for any other type. */
export const membersOf = (value: AttributeValue): readonly string[] | undefined => {
  if ('SS' in value) return value.SS;
  if ('NS' in value) return value.NS;
  return 'BS' in value ? value.BS : undefined;
};

export const setOf = (type: SetType, members: readonly string[]): AttributeValue => {
  if (type === 'SS') return { SS: members };
  return type === 'NS' ? { NS: members } : { BS: members };
};

export const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
