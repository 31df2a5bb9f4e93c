import type { Regulation } from '../../shared/domain/regulation.ts';
import { pathOf } from '../http/path-id.ts';
import { presentMoney } from '../http/present-money.ts';

/** A regulation as its author wrote it, with its id and version: what is read here can be put again. */
export function presentRegulation({ regulationId, version, checkpoints, thresholds, ...rest }: Regulation) {
  return {
    self: `${pathOf('regulations', regulationId)}?version=${version}`,
    regulationId,
    version,
    ...rest,
    checkpoints: checkpoints.map(({ minOutstanding, ...checkpoint }) => ({
      ...checkpoint,
      ...(minOutstanding ? { minOutstanding: presentMoney(minOutstanding) } : {}),
    })),
    ...(thresholds
      ? {
          thresholds: thresholds.map(({ currency, writeOff, start, adverse }) => ({
            currency,
            writeOff: presentMoney(writeOff),
            start: presentMoney(start),
            adverse: presentMoney(adverse),
          })),
        }
      : {}),
  };
}
