import * as z from 'zod';
import { date, text } from '../http/fields.ts';

export const cancellationBody = z.strictObject({ reason: text(500), cancelledOn: date }).meta({ id: 'Cancellation' });

export const reinstatementBody = z.strictObject({ reason: text(500) }).meta({ id: 'Reinstatement' });
