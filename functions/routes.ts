/**
 * The HTTP API's routes, declared once: CDK makes API Gateway routes of them, the local gateway matches by them, each
 * function's router and the OpenAPI document are built from them.
 */
export type Scope =
  | 'clients:write'
  | 'policies:write'
  | 'payments:write'
  | 'tasks:write'
  | 'regulations:write'
  | 'significance:write'
  | 'read';

export type ApiFunction =
  | 'payments'
  | 'ledger'
  | 'clients'
  | 'policies'
  | 'relief'
  | 'tasks'
  | 'regulations'
  | 'significance'
  | 'statements'
  | 'accounts'
  | 'meta';

export interface Route {
  readonly operation: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: `/${string}`;
  readonly function: ApiFunction;
  /** null: open to everybody, no token. */
  readonly scope: Scope | null;
}

export const ROUTES = [
  { operation: 'recordPayment', method: 'POST', path: '/payments', function: 'payments', scope: 'payments:write' },
  { operation: 'listPayments', method: 'GET', path: '/payments', function: 'ledger', scope: 'read' },
  { operation: 'getPayment', method: 'GET', path: '/payments/{paymentId}', function: 'ledger', scope: 'read' },
  { operation: 'reversePayment', method: 'POST', path: '/payments/{paymentId}/reversal', function: 'ledger', scope: 'payments:write' },
  { operation: 'allocatePayment', method: 'POST', path: '/payments/{paymentId}/allocation', function: 'ledger', scope: 'payments:write' },
  { operation: 'splitPayment', method: 'POST', path: '/payments/{paymentId}/split', function: 'ledger', scope: 'payments:write' },
  { operation: 'disbursePayment', method: 'POST', path: '/payments/{paymentId}/disbursement', function: 'ledger', scope: 'payments:write' },
  { operation: 'transferExcess', method: 'POST', path: '/policies/{policyNumber}/transfers', function: 'ledger', scope: 'payments:write' },
  {
    operation: 'disburseExcess',
    method: 'POST',
    path: '/policies/{policyNumber}/disbursements',
    function: 'ledger',
    scope: 'payments:write',
  },
  { operation: 'putClient', method: 'PUT', path: '/clients/{clientId}', function: 'clients', scope: 'clients:write' },
  { operation: 'getClient', method: 'GET', path: '/clients/{clientId}', function: 'clients', scope: 'read' },
  { operation: 'listClients', method: 'GET', path: '/clients', function: 'clients', scope: 'read' },
  { operation: 'getSignificance', method: 'GET', path: '/clients/{clientId}/significance', function: 'significance', scope: 'read' },
  {
    operation: 'decideLowering',
    method: 'POST',
    path: '/clients/{clientId}/significance/lowering',
    function: 'significance',
    scope: 'significance:write',
  },
  { operation: 'getModel', method: 'GET', path: '/significance/model', function: 'significance', scope: 'read' },
  { operation: 'putModel', method: 'PUT', path: '/significance/model', function: 'significance', scope: 'significance:write' },
  { operation: 'previewModel', method: 'POST', path: '/significance/model/preview', function: 'significance', scope: 'significance:write' },
  { operation: 'getPreview', method: 'GET', path: '/significance/model/preview/{runId}', function: 'significance', scope: 'read' },
  { operation: 'getSignificanceMatrix', method: 'GET', path: '/significance/matrix', function: 'significance', scope: 'read' },
  {
    operation: 'startReassessment',
    method: 'POST',
    path: '/significance/reassessment',
    function: 'significance',
    scope: 'significance:write',
  },
  { operation: 'getReassessment', method: 'GET', path: '/significance/reassessment/{runId}', function: 'significance', scope: 'read' },
  { operation: 'openPolicy', method: 'POST', path: '/policies', function: 'policies', scope: 'policies:write' },
  { operation: 'listPolicies', method: 'GET', path: '/policies', function: 'policies', scope: 'read' },
  { operation: 'getPolicy', method: 'GET', path: '/policies/{policyNumber}', function: 'policies', scope: 'read' },
  { operation: 'getTimeline', method: 'GET', path: '/policies/{policyNumber}/timeline', function: 'policies', scope: 'read' },
  {
    operation: 'deferInstallment',
    method: 'POST',
    path: '/policies/{policyNumber}/deferrals',
    function: 'relief',
    scope: 'policies:write',
  },
  { operation: 'promisePayment', method: 'POST', path: '/policies/{policyNumber}/promises', function: 'relief', scope: 'policies:write' },
  { operation: 'holdProcess', method: 'POST', path: '/policies/{policyNumber}/holds', function: 'relief', scope: 'policies:write' },
  {
    operation: 'endHold',
    method: 'DELETE',
    path: '/policies/{policyNumber}/holds/{reliefId}',
    function: 'relief',
    scope: 'policies:write',
  },
  { operation: 'agreePlan', method: 'POST', path: '/policies/{policyNumber}/agreements', function: 'relief', scope: 'policies:write' },
  { operation: 'writeOff', method: 'POST', path: '/policies/{policyNumber}/write-offs', function: 'relief', scope: 'policies:write' },
  { operation: 'cancelPolicy', method: 'POST', path: '/policies/{policyNumber}/cancellation', function: 'relief', scope: 'policies:write' },
  {
    operation: 'reinstatePolicy',
    method: 'POST',
    path: '/policies/{policyNumber}/reinstatement',
    function: 'relief',
    scope: 'policies:write',
  },
  { operation: 'listTasks', method: 'GET', path: '/tasks', function: 'tasks', scope: 'read' },
  { operation: 'getTask', method: 'GET', path: '/tasks/{taskId}', function: 'tasks', scope: 'read' },
  { operation: 'recordTaskResult', method: 'POST', path: '/tasks/{taskId}/result', function: 'tasks', scope: 'tasks:write' },
  { operation: 'showTaskPage', method: 'GET', path: '/tasks/{taskId}/page', function: 'tasks', scope: null },
  { operation: 'submitTaskPage', method: 'POST', path: '/tasks/{taskId}/page', function: 'tasks', scope: null },
  { operation: 'putRegulation', method: 'PUT', path: '/regulations/{regulationId}', function: 'regulations', scope: 'regulations:write' },
  { operation: 'getRegulation', method: 'GET', path: '/regulations/{regulationId}', function: 'regulations', scope: 'read' },
  {
    operation: 'migratePolicy',
    method: 'POST',
    path: '/policies/{policyNumber}/migration',
    function: 'regulations',
    scope: 'policies:write',
  },
  { operation: 'getMatrix', method: 'GET', path: '/regulations/{regulationId}/matrix', function: 'regulations', scope: 'read' },
  { operation: 'getDiagram', method: 'GET', path: '/regulations/{regulationId}/diagram', function: 'regulations', scope: 'read' },
  { operation: 'getPolicyStatement', method: 'GET', path: '/policies/{policyNumber}/statement', function: 'accounts', scope: 'read' },
  { operation: 'getClientStatement', method: 'GET', path: '/clients/{clientId}/statement', function: 'accounts', scope: 'read' },
  { operation: 'importStatement', method: 'POST', path: '/statements', function: 'statements', scope: 'payments:write' },
  { operation: 'getStatement', method: 'GET', path: '/statements/{statementId}', function: 'statements', scope: 'read' },
  { operation: 'startUpload', method: 'POST', path: '/statements/uploads', function: 'statements', scope: 'payments:write' },
  { operation: 'getUpload', method: 'GET', path: '/statements/uploads/{uploadId}', function: 'statements', scope: 'read' },
  { operation: 'health', method: 'GET', path: '/health', function: 'meta', scope: null },
  { operation: 'openapi', method: 'GET', path: '/openapi.json', function: 'meta', scope: null },
] as const satisfies readonly Route[];

export type Operation = (typeof ROUTES)[number]['operation'];
