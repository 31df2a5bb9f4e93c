import type { Language } from '../../shared/domain/regulation.ts';
import type { ApiEvent } from './api-request.ts';
import { badRequest } from './problem.ts';

const LANGUAGES: readonly Language[] = ['en', 'uk', 'ru'];

/** `?language=` wins, then the first of Accept-Language that we have, then English. */
export function languageOf(event: ApiEvent): Language {
  const asked = event.queryStringParameters?.['language'];
  if (asked !== undefined) {
    const known = LANGUAGES.find((language) => language === asked);
    if (!known) throw badRequest('INVALID_QUERY', 'language must be en, uk or ru');
    return known;
  }
  const accepted = (event.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return accepted.flatMap((code) => LANGUAGES.find((language) => language === code) ?? [])[0] ?? 'en';
}
