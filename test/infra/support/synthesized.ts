import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { App } from 'aws-cdk-lib/core';
import type { Configuration } from '../../../infra/configuration/configuration.ts';
import { configurationOf } from '../../../infra/configuration/configuration-of.ts';
import { STAGES } from '../../../infra/configuration/stages.ts';
import { PremiumControlStack } from '../../../infra/premium-control-stack.ts';

/** The flags that cdk.json gives the real app, so that the template is the one that is deployed. */
const { context } = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8')) as { context: Record<string, unknown> };

/** Without bundling: these tests are about what surrounds the code. */
export const appOf = (configuration: Configuration): { readonly app: App; readonly stack: PremiumControlStack } => {
  const app = new App({ context });
  const stack = new PremiumControlStack(app, 'PremiumControl', {
    configuration,
    codeOf: () => Code.fromInline('exports.handler = () => {};'),
  });
  return { app, stack };
};

export const configured = (stage: string): Configuration => configurationOf(stage, STAGES);

export const templateOf = (stage: string): Template => Template.fromStack(appOf(configured(stage)).stack);
