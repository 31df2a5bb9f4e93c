/**
 * The forms of a noun by the plural categories of its language (Unicode CLDR): English has one and other; Ukrainian and
 * Russian have one (1, 21), few (2–4, 22), many (0, 5–20, 11) and other (fractions).
 */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** 21 → '21 день', 22 → '22 дні', 25 → '25 днів'. */
export const counted = (rules: Intl.PluralRules, count: number, forms: Forms): string =>
  `${count} ${forms[rules.select(count)] ?? forms.other}`;
