import * as z from 'zod';

export type Verdict =
  | { readonly verdict: 'killed'; readonly by: string }
  | { readonly verdict: 'survived' }
  /** Nothing can be said: no test failed, but not all of them ran. */
  | { readonly verdict: 'broken'; readonly why: string };

/** What we read of vitest's JSON report. */
const report = z.object({
  success: z.boolean(),
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/**
 * A mutant is killed by a test that ran and failed. A file that does not load, a `beforeAll` that throws or a run without a test
 * fails as well, but says nothing of what the tests see.
 */
export function verdictOfTests(json: unknown): Verdict {
  const { success, numTotalTests, testResults } = report.parse(json);
  const failed = testResults.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed');
  if (failed) return { verdict: 'killed', by: failed.fullName };
  if (numTotalTests === 0) return { verdict: 'broken', why: 'no test ran' };
  const unloaded = testResults.find(({ status }) => status === 'failed');
  if (!success) return { verdict: 'broken', why: firstLine(unloaded?.message) };
  return { verdict: 'survived' };
}

const firstLine = (message = 'the run failed without a failed test'): string => message.split('\n')[0] ?? message;

const seeds = z.object({ seeds: z.number(), found: z.object({ seed: z.string(), invariant: z.number(), what: z.string() }).optional() });

/** What `break-a-seed.ts` printed in the end; nothing where it didn't even begin. */
export function verdictOfSeeds(output: string): Verdict {
  const lines = output.trim().split('\n');
  const told = seeds.safeParse(parsed(lines.at(-1) ?? ''));
  if (!told.success)
    return { verdict: 'broken', why: lines.find((line) => line.includes('Error')) ?? 'the simulation ended without a result' };
  const { found, seeds: tried } = told.data;
  return found ? { verdict: 'killed', by: `seed ${tried}, invariant ${found.invariant}: ${found.what}` } : { verdict: 'survived' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
