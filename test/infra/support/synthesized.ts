import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { App, type AppProps } from 'aws-cdk-lib/core';
import { afterAll } from 'vitest';
import * as z from 'zod';
import type { Configuration } from '../../../infra/configuration/configuration.ts';
import { configurationOf } from '../../../infra/configuration/configuration-of.ts';
import { STAGES } from '../../../infra/configuration/stages.ts';
import { PremiumControlStack } from '../../../infra/premium-control-stack.ts';

/** The flags that cdk.json gives the real app, so that the template is the one that is deployed. */
const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8')));

/** Left to itself, CDK leaves a folder behind for every synthesis. */
const assemblies = mkdtempSync(join(tmpdir(), 'assemblies-'));
afterAll(() => rmSync(assemblies, { recursive: true }));

export const configured = (stage: 'prod' | 'dev'): Configuration => configurationOf(stage, STAGES);

/** The stack as it is deployed, but for the code of its functions, which these tests are not about. */
export function appOf(configuration: Configuration, props: AppProps = {}): { readonly app: App; readonly stack: PremiumControlStack } {
  const app = new App({ context, stackTraces: false, outdir: mkdtempSync(join(assemblies, 'app-')), ...props });
  const codeOf = () => Code.fromInline('exports.handler = () => {};');
  return { app, stack: new PremiumControlStack(app, 'PremiumControl', { configuration, codeOf }) };
}

/** Without CDK's own check of the template, which takes longer than all the rest. */
export const templateOf = (stage: 'prod' | 'dev'): Template =>
  Template.fromStack(appOf(configured(stage), { builtinCloudFormationValidation: false }).stack);
