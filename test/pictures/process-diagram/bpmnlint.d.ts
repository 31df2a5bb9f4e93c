/** bpmnlint has no types of its own for its programming interface. */
declare module 'bpmnlint/lib/linter.js' {
  interface Report {
    readonly id?: string;
    readonly message: string;
    readonly category: string;
  }
  export default class Linter {
    constructor(options: { readonly config: object; readonly resolver: object });
    lint(root: object): Promise<Readonly<Record<string, readonly Report[]>>>;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  export default class NodeResolver {}
}
