/**
 * Bank transaction codes that say "this undoes another payment".
 * ISO 20022 external code set, sub-families of PMNT: RRTN, RPCR credit transfer returned or recalled; RCDD, UPDD, PRDD direct
 * debit recalled, unpaid, reversed; UPCQ, XPCQ, CQRV cheque unpaid or reversed; UPCT card payment unpaid; ARET, AREV clearing house.
 */
const ISO_SUB_FAMILIES = new Set(['RRTN', 'RPCR', 'RCDD', 'UPDD', 'PRDD', 'UPCQ', 'XPCQ', 'CQRV', 'UPCT', 'ARET', 'AREV']);

/**
 * German business transaction codes, the first three digits of :86: (DFÜ agreement, annex 3): 009 charged back; 108, 109 SEPA
 * direct debit charged back (B2B, Core); 159 credit transfer that could not be delivered; 181, 184 direct debit refunded to us.
 */
const GERMAN_CODES = new Set(['009', '108', '109', '159', '181', '184']);

export const isReturnSubFamily = (code: string | undefined): boolean => code !== undefined && ISO_SUB_FAMILIES.has(code);

export const isGermanReturnCode = (code: string | undefined): boolean => code !== undefined && GERMAN_CODES.has(code);

/** SWIFT transaction type of :61:, the three letters after N, F or S: RTI is a returned item. */
export const isSwiftReturnType = (type: string | undefined): boolean => type === 'RTI';
