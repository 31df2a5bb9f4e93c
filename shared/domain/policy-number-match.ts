/**
 * Finds policy numbers in what payers write. Pure and without a list of policies: the text gives the keys that a policy number
 * in it could have, whoever has an index of keys looks them up, and chooseMatches says which of the finds count.
 */

/**
 * The form in which a policy number is indexed and compared: letters and digits only, upper case, Cyrillic letters that look
 * like Latin ones replaced by these. 'ДОГ/2026-№7' → 'ДOГ20267', as is 'дог 2026 7' with a Latin or a Cyrillic O.
 * Two policies can share a key ('AB-12' and 'A-B12'): an index keeps all of them, and a payment that finds both is ambiguous.
 */
export const policyNumberKey = (policyNumber: string): string =>
  wordsOf(policyNumber)
    .map(({ key }) => key)
    .join('');

/** A key, and where in which text it stands. */
export interface CandidateKey {
  readonly key: string;
  /** Index of the text, then the part of it, in UTF-16 units. */
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** Keys shorter than this, or without a digit, are in every second text by chance: such policies are not found in texts. */
const SHORTEST_KEY = 4;
const LONGEST_KEY = 64;
/** 'CAR GO - 20 26 / 000 123': a number cut into more pieces than this is not put together again. */
const MOST_WORDS = 8;
/** Distinct keys. Two batches of DynamoDB's 100; a remittance of 140 characters has some 20 words and gives about 100. */
const MOST_KEYS = 200;

/**
 * Every key that consecutive words of a text can make, the longest first. A word is what stands between separators of any kind:
 * spaces, dashes, slashes, №, line wraps; so neither a wrap in a policy number nor a dash for a space hides it.
 *   'oplata CARGO-2026-\n000123' → 'OPLATACARGO2026000123', 'OPLATACARGO2026', 'CARGO2026000123', '2026000123', 'CARGO2026', '000123', '2026'
 * A number that is glued to another word ('polisCARGO-2026-000123') is not found: cutting words would find 7000123 in AB7000123.
 * At most 200 distinct keys: where texts have more, those of the fewest words stay.
 */
export function candidateKeys(texts: readonly string[]): readonly CandidateKey[] {
  const words = texts.map(wordsOf);
  const candidates: CandidateKey[] = [];
  const keys = new Set<string>();
  for (let count = 1; count <= MOST_WORDS; count++) {
    for (const candidate of words.flatMap((ofText, text) => joined(ofText, count, text))) {
      if (keys.size === MOST_KEYS && !keys.has(candidate.key)) continue;
      keys.add(candidate.key);
      candidates.push(candidate);
    }
  }
  return candidates.sort((a, b) => b.key.length - a.key.length);
}

/** Looks keys up: key → the numbers of the policies that have it. Keys that no policy has are left out. */
export type FindPolicies = (keys: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

/**
 * The policies that the texts name: none, exactly one, or several, and then it is for a person to decide.
 * @param find is asked once, for at most 200 distinct keys; not at all when no word could be a policy number
 */
export async function findPolicyNumbers(texts: readonly string[], find: FindPolicies): Promise<readonly string[]> {
  const candidates = candidateKeys(texts);
  const keys = [...new Set(candidates.map(({ key }) => key))];
  return keys.length === 0 ? [] : chooseMatches(candidates, await find(keys));
}

/**
 * Which finds count: a number that stands inside a longer one which was found is a part of it, not another policy.
 *   'CARGO-2026-000123' with policies 'CARGO-2026-000123' and '2026-000123' → the first alone
 *   'CARGO-2026-000123, 2026-000123' → both, since the second stands elsewhere too
 * @param candidates of candidateKeys, so longest first
 */
export function chooseMatches(candidates: readonly CandidateKey[], found: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const taken: CandidateKey[] = [];
  const policyNumbers = new Set<string>();
  for (const candidate of candidates) {
    const policies = found.get(candidate.key) ?? [];
    if (policies.length === 0 || taken.some((longer) => contains(longer, candidate))) continue;
    taken.push(candidate);
    for (const policyNumber of policies) policyNumbers.add(policyNumber);
  }
  return [...policyNumbers];
}

const contains = (outer: CandidateKey, inner: CandidateKey): boolean =>
  outer.text === inner.text && outer.start <= inner.start && inner.end <= outer.end && outer.key.length > inner.key.length;

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ key: foldWord(word), start: index, end: index + word.length }))
    .filter(({ key }) => key !== '');

/** Marks belong to their letter: 'Й' may arrive as И and a breve. A soft hyphen is none of these, and separates. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const foldWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/\p{Script=Cyrillic}/gu, (letter) => LATIN_TWINS.get(letter) ?? letter);

const LATIN_TWINS: ReadonlyMap<string, string> = new Map(
  [...'АВЕКМНОРСТХІУЈЅӀԚԜ'].map((letter, index) => [letter, 'ABEKMHOPCTXIYJSIQW'[index] ?? letter]),
);

function joined(words: readonly Word[], count: number, text: number): readonly CandidateKey[] {
  const candidates: CandidateKey[] = [];
  for (let from = 0; from + count <= words.length; from++) {
    const part = words.slice(from, from + count);
    const [start, end] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0];
    const key = part.map((word) => word.key).join('');
    if (key.length >= SHORTEST_KEY && key.length <= LONGEST_KEY && /\p{N}/u.test(key)) candidates.push({ key, text, start, end });
  }
  return candidates;
}
