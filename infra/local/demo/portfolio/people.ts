import type { Country } from './companies.ts';

/** Participants on the insurer's side. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly language: 'uk' | 'en';
}

/** Account managers by the country of their clients; policies of a country are shared among them. */
export const ACCOUNT_MANAGERS: Readonly<Record<Country, readonly [Person, ...Person[]]>> = {
  UA: [
    { name: 'Олена Коваль', email: 'olena.koval@insurer.example', language: 'uk' },
    { name: 'Тарас Бондаренко', email: 'taras.bondarenko@insurer.example', language: 'uk' },
    { name: 'Ірина Мельник', email: 'iryna.melnyk@insurer.example', language: 'uk' },
  ],
  PL: [
    { name: 'Katarzyna Zielińska', email: 'katarzyna.zielinska@insurer.example', language: 'en' },
    { name: 'Paweł Wójcik', email: 'pawel.wojcik@insurer.example', language: 'en' },
  ],
  DE: [{ name: 'Jürgen Hoffmann', email: 'juergen.hoffmann@insurer.example', language: 'en' }],
};

/** Who keeps the books of policies abroad; at home the regulation's own accountant does. */
export const ACCOUNTANT_ABROAD: Person = { name: 'Наталія Шевчук', email: 'natalia.shevchuk@insurer.example', language: 'en' };
