import type { Regulation } from '../../domain/regulation.ts';
import type { Item } from './item.ts';

export const regulationItem = (regulation: Regulation, recorded: { readonly recordedAt: string; readonly by: string }): Item => ({
  ...regulation,
  ...recorded,
});

export function readRegulation(item: Item): Regulation {
  const { recordedAt: _at, by: _by, ...regulation } = item;
  return regulation as unknown as Regulation;
}
