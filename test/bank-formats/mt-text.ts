/** MT940 text for tests. */

export interface MtText {
  readonly account?: string;
  readonly id?: string;
  readonly opening?: string;
  readonly closing?: string;
}

export const mt940 = (
  entries: string,
  { account = 'UA213223130000026007233566001', id = '1/1', opening = '100,00', closing = '200,00' }: MtText = {},
): string => `:20:START\n:25:${account}\n:28C:${id}\n:60F:C261121UAH${opening}\n${entries}\n:62F:C261122UAH${closing}\n-\n`;

export const mt942 = (entries: string, account = 'UA213223130000026007233566001'): string =>
  `:20:START\n:25:${account}\n:28C:1/1\n:34F:UAHC0,\n:13D:2611221430+0200\n${entries}\n:90C:1UAH100,00\n-\n`;
