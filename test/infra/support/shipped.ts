import type { Metafile } from 'esbuild';

/** Sources that went into a bundle's files, a package's path beginning with its name: `zod/v4/core/parse.js`. */
export function shipped({ outputs }: Metafile): readonly string[] {
  return sourcesOf(Object.keys(outputs), outputs);
}

/** Of these, what is loaded when the function starts: not what it imports only when it needs it. */
export const loadedAtStart = (metafile: Metafile): readonly string[] => sourcesOf(filesAtStart(metafile), metafile.outputs);

/** What the bundler wrote of that, minified. */
export const bytesAtStart = (metafile: Metafile): number =>
  filesAtStart(metafile).reduce((total, file) => total + (metafile.outputs[file]?.bytes ?? 0), 0);

function filesAtStart({ outputs }: Metafile): readonly string[] {
  const reached = new Set(Object.keys(outputs).filter((file) => file.endsWith('/index.mjs')));
  for (const file of reached) {
    const next = outputs[file]?.imports.filter(({ kind, external }) => kind === 'import-statement' && !external) ?? [];
    for (const { path } of next) reached.add(path); // a set is walked to its end, what is added on the way included
  }
  return [...reached];
}

const sourcesOf = (files: readonly string[], outputs: Metafile['outputs']): readonly string[] =>
  files.flatMap((file) => Object.keys(outputs[file]?.inputs ?? {})).map((path) => path.replace(/^.*node_modules\//, ''));
