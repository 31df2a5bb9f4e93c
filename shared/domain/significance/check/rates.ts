import { exponentOf } from '../../currency.ts';
import type { Place } from '../../regulation-check/place.ts';
import type { Draft } from '../../regulation-check/readers.ts';
import type { ModelShape } from './shape.ts';

export function ratesAreOfCurrencies({ rates }: Draft<ModelShape>, place: Place): void {
  for (const currency of Object.keys(rates ?? {})) {
    if (exponentOf(currency) === undefined)
      place.at('rates', currency).report(`"${currency}" is not a currency code of ISO 4217; rename or remove it`);
  }
}
