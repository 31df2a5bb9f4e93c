import type { Language } from '../../domain/regulation.ts';
import { english } from './english.ts';
import { russian } from './russian.ts';
import { ukrainian } from './ukrainian.ts';
import type { Wording } from './wording.ts';

export const WORDINGS: Readonly<Record<Language, Wording>> = { en: english, uk: ukrainian, ru: russian };
