import { Code } from 'aws-cdk-lib/aws-lambda';
import { App } from 'aws-cdk-lib/core';
import { bundleFolder, bundleFunctions } from './bundle.ts';
import { ConfigurationError, configurationOf } from './configuration/configuration-of.ts';
import { STAGES } from './configuration/stages.ts';
import { guard } from './nag.ts';
import { PremiumControlStack } from './premium-control-stack.ts';

/** `cdk deploy -c stage=prod`: one stack for the named stage. */
async function main(): Promise<void> {
  const app = new App();
  const configuration = configurationOf(app.node.tryGetContext('stage'), STAGES);
  await bundleFunctions();
  new PremiumControlStack(app, 'PremiumControl', { configuration, codeOf: (name) => Code.fromAsset(bundleFolder(name)) });
  guard(app);
  app.synth();
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
