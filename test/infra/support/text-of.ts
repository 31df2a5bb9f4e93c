/**
 * A template's value as one readable text: a reference becomes the name of the construct it was made for (its logical id without the
 * hash), so that `{"Fn::Join": ["", [{"Fn::GetAtt": ["LedgerPolicies01DC4B2A", "Arn"]}, "/index/due"]]}` reads `LedgerPolicies.Arn/index/due`.
 */
export function textOf(value: unknown): string {
  if (!isRecord(value)) return String(value);
  const [[intrinsic, argument] = ['', undefined]] = Object.entries(value);
  switch (intrinsic) {
    case 'Ref':
      return withoutHash(String(argument));
    case 'Fn::GetAtt': {
      const [resource, attribute] = Array.isArray(argument) ? argument : [];
      return `${withoutHash(String(resource))}.${String(attribute)}`;
    }
    case 'Fn::Join': {
      const [separator, parts] = Array.isArray(argument) ? argument : [];
      return Array.isArray(parts) ? parts.map(textOf).join(String(separator)) : '';
    }
    default:
      return JSON.stringify(value);
  }
}

const withoutHash = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
