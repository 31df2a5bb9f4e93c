/** What banks and programs write where a reference is required and there is none, or where it stands elsewhere ('EREF'). */
const PLACEHOLDERS = new Set(['NOTPROVIDED', 'NOTAVAILABLE', 'NONREF', 'NOREF', 'NONE', 'NA', 'N', 'EREF', 'PREF', 'KREF', 'UNKNOWN']);

/** A reference that says something; undefined for '', '000', '-', 'NOTPROVIDED', 'NONREF', … */
export function meaningful(reference: string | undefined): string | undefined {
  const text = reference?.trim();
  if (!text) return undefined;
  const bare = text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return PLACEHOLDERS.has(bare) || /^0*$/.test(bare) ? undefined : text;
}
