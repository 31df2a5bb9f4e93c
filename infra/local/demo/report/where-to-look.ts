import type { WorthALook } from '../books/worth-a-look.ts';

interface Places {
  readonly apiUrl: string;
  readonly mailUrl: string;
}

/** Lines to paste into a shell. */
export const whereToLook = ({ apiUrl, mailUrl }: Places, policies: readonly WorthALook[]): string =>
  [
    `Mailbox   ${mailUrl}  (as JSON: ${mailUrl}/store)`,
    `API       ${apiUrl}/openapi.json`,
    `Suspense  curl -s -w '\\n' -H "Authorization: Bearer $TOKEN" '${apiUrl}/payments?status=suspense'`,
    '',
    'What happened to some of the policies, and why:',
    `TOKEN=$(curl -s -X POST ${apiUrl}/_local/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    ...policies.flatMap(({ policy, why }) => [
      `# ${policy.policyNumber}: ${why}`,
      `curl -s -w '\\n' -H "Authorization: Bearer $TOKEN" '${apiUrl}${policy.self}/timeline'`,
    ]),
  ].join('\n');
