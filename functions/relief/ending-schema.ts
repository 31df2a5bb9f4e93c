import * as z from 'zod/mini';
import { date, text } from '../http/fields.ts';

export const cancellationBody = z.strictObject({ reason: text(500), cancelledOn: date }).check(z.meta({ id: 'Cancellation' }));

export const reinstatementBody = z.strictObject({ reason: text(500) }).check(z.meta({ id: 'Reinstatement' }));
