import { type Configuration, StageValues } from './configuration.ts';

/** Says in one line what is wrong with a stage: whoever deploys must not have to read a stack trace. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Short, because it is part of every name in AWS, and Lambda's end at 64 characters. */
const STAGE_NAME = /^[a-z][a-z0-9]{1,9}$/;

/** The checked values of a stage. @throws ConfigurationError with all that is wrong, in one line. */
export function configurationOf(stage: unknown, stages: Readonly<Record<string, unknown>>): Configuration {
  if (typeof stage !== 'string' || !STAGE_NAME.test(stage)) {
    throw new ConfigurationError(`stage "${String(stage)}" must be 2 to 10 small letters and digits: -c stage=prod`);
  }
  if (!Object.hasOwn(stages, stage)) {
    throw new ConfigurationError(`stage "${stage}" is not in infra/configuration/stages.ts, which has ${Object.keys(stages).join(', ')}`);
  }
  const wrong = (what: string) => new ConfigurationError(`infra/configuration/stages.ts, ${stage}: ${what}`);
  const checked = StageValues.safeParse(stages[stage], { reportInput: true });
  if (!checked.success) throw wrong(checked.error.issues.map(describe).join('; '));
  if (stage === 'prod' && !checked.data.protectData) throw wrong('protectData must be true, because the data is real');
  return { ...checked.data, stage };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
}

/** region "eu-centra-1" is not an AWS region, like eu-central-1 */
const describe = ({ path, message, input }: Issue): string =>
  [path.map(String).join('.'), typeof input === 'object' ? '' : JSON.stringify(input), message].filter(Boolean).join(' ');
