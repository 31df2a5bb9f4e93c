import type { Language } from '../../domain/regulation.ts';
import { english } from './english.ts';
import { russian } from './russian.ts';
import { ukrainian } from './ukrainian.ts';
import type { TaskPageWords } from './words.ts';

export const TASK_PAGE_WORDS: Readonly<Record<Language, TaskPageWords>> = { en: english, uk: ukrainian, ru: russian };
