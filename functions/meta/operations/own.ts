import * as z from 'zod';
import type { Operation } from '../../routes.ts';
import type { Description } from '../description.ts';

export const OWN = {
  health: {
    summary: 'Is it there?',
    answers: { 200: { description: 'It is', json: z.object({ status: z.literal('ok') }), example: { status: 'ok' } } },
  },
  openapi: { summary: 'This document', answers: { 200: { description: 'OpenAPI 3.1', json: z.looseObject({ openapi: z.string() }) } } },
} satisfies Partial<Record<Operation, Description>>;
