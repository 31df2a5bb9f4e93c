import type { Code, IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { FunctionName } from '../declaration/functions.ts';
import { DECLARED_FUNCTIONS, type DeclaredName } from '../declared-functions.ts';
import { ControlFunction, type ControlFunctionProps } from './control-function.ts';
import { permissionsOf, type Reach } from './permissions.ts';
import { acknowledgeWildcards } from './wildcards.ts';

export interface ControlFunctionsProps extends Omit<ControlFunctionProps, 'fn' | 'code' | 'permissions'> {
  readonly codeOf: (name: DeclaredName) => Code;
  readonly reach: Reach;
}

/** Every function of the declaration, each allowed what its declaration says. */
export class ControlFunctions extends Construct {
  private readonly made: ReadonlyMap<FunctionName, ControlFunction>;

  constructor(scope: Construct, id: string, { codeOf, reach, ...common }: ControlFunctionsProps) {
    super(scope, id);
    this.made = new Map(
      DECLARED_FUNCTIONS.map((fn) => {
        const permissions = permissionsOf(fn, reach);
        const made = new ControlFunction(this, fn.name, { ...common, fn, code: codeOf(fn.name), permissions });
        acknowledgeWildcards(made, fn, reach);
        return [fn.name, made];
      }),
    );
  }

  live(name: FunctionName): IFunction {
    const made = this.made.get(name);
    if (!made) throw new Error(`function ${name} has no entry in infra/declaration/functions.ts`);
    return made.live;
  }
}
