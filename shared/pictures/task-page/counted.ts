/** A number with its noun in the form that the language wants: 1 день, 2 дні, 5 днів. */
export function counted(locale: string, forms: Readonly<Record<string, string>>): (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  return (count) => `${count} ${forms[rules.select(count)] ?? forms['other'] ?? ''}`;
}
