import type { Template } from 'aws-cdk-lib/assertions';
import { isRecord, listOf, textOf } from './text-of.ts';

export interface Statement {
  /** The resource of the template it belongs to, without the hash: `FunctionspaymentsRole`. */
  readonly of: string;
  readonly type: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: string;
}

/** Every statement of every policy in the template: of roles, keys, queues, topics and tables; inline and attached. */
export function statementsOf(template: Template): readonly Statement[] {
  const resources: unknown = template.toJSON()['Resources'];
  if (!isRecord(resources)) return [];
  return Object.entries(resources).flatMap(([id, resource]) => {
    if (!isRecord(resource)) return [];
    const of = textOf({ Ref: id });
    return documentsIn(resource['Properties']).map((statement) => ({
      of,
      type: String(resource['Type']),
      effect: String(statement['Effect']),
      actions: listOf(statement['Action']).map(String),
      resources: listOf(statement['Resource']).map(textOf),
      conditions: isRecord(statement['Condition']) ? JSON.stringify(statement['Condition']) : '',
    }));
  });
}

/** Wherever in the properties a statement is: whatever has an Effect is one. */
function documentsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(documentsIn);
  if (!isRecord(value)) return [];
  return 'Effect' in value ? [value] : Object.values(value).flatMap(documentsIn);
}
