import { StatementError, type StatementErrorCode } from '../../shared/bank-formats/statement-error.ts';
import { ImportStopped } from '../../shared/usecases/import-block.ts';
import { HttpProblem } from '../http/problem.ts';

const CODES: Readonly<Record<StatementErrorCode, string>> = {
  empty: 'STATEMENT_EMPTY',
  unsupportedFormat: 'STATEMENT_UNSUPPORTED_FORMAT',
  encoding: 'STATEMENT_ENCODING',
  malformed: 'STATEMENT_MALFORMED',
  truncated: 'STATEMENT_TRUNCATED',
  doctype: 'STATEMENT_DOCTYPE',
  tooDeep: 'STATEMENT_TOO_DEEP',
  tooLarge: 'STATEMENT_TOO_LARGE',
};

export const statementCode = (code: StatementErrorCode): string => CODES[code];

/** A file that can't be read whole is 422, with the place; one that stopped half-way is safe to send again. */
export function asProblem(error: unknown): unknown {
  if (error instanceof StatementError) {
    const { code, detail, entriesRead } = error;
    const where = entriesRead > 0 ? ` (in or after entry ${entriesRead + 1})` : '';
    return new HttpProblem({
      status: code === 'empty' ? 400 : 422,
      code: statementCode(code),
      title: 'The statement can not be read',
      detail: `${detail}${where}. Nothing was changed`,
    });
  }
  if (error instanceof ImportStopped)
    return new HttpProblem({ status: 503, code: 'IMPORT_STOPPED', title: 'Service unavailable', detail: error.message });
  return error;
}
