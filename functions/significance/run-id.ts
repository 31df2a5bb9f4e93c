import type { ApiRequest } from '../http/api-request.ts';
import { idFromPath } from '../http/path-id.ts';

export const runIdOf = ({ event }: ApiRequest): string => idFromPath(event.pathParameters?.['runId']);
