import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { DECLARED_FUNCTIONS, type DeclaredName } from './declared-functions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'node_modules/.cache/functions';

/**
 * Stack traces lead to our lines, not to a library's: with theirs the maps are fifteen times larger (0.9 MB of payments' 0.06), and
 * Node reads them at every cold start. One mapping stands for each library file, since esbuild ignores an empty map.
 */
const onlyOurSourceMaps: Plugin = {
  name: 'only-our-source-maps',
  setup({ onLoad }) {
    const map = Buffer.from(JSON.stringify({ version: 3, sources: ['library'], mappings: 'AAAA' })).toString('base64');
    onLoad({ filter: /node_modules.*\.[cm]?js$/ }, ({ path }) => ({
      contents: `${readFileSync(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${map}`,
      loader: 'js',
    }));
  },
};

/**
 * An ES import of node:http reads everything that it exports, and for `WebSocket` Node then loads undici, which nobody here asked for:
 * 20 of the 95 ms of processor time that payments needed to start. `require` reads nothing; middy needs the texts of status codes.
 */
const httpWithoutUndici: Plugin = {
  name: 'http-without-undici',
  setup({ onResolve, onLoad }) {
    const namespace = 'required';
    onResolve({ filter: /^node:http$/ }, ({ path, kind }) => (kind === 'import-statement' ? { path, namespace } : undefined));
    onLoad({ filter: /^/, namespace }, ({ path }) => ({ contents: `module.exports = require('${path}')` }));
  },
};

/**
 * How a function becomes its archive. The AWS SDK is bundled too: the exact version that was tested, and a faster start than with
 * the runtime's own. What is imported only when needed is a file of its own and costs the start nothing. Packages that still
 * call `require` get one, since an ES module has none.
 */
export const BUNDLE_OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  sourcemap: true,
  sourcesContent: false,
  plugins: [onlyOurSourceMaps, httpWithoutUndici],
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

/** Bundles every declared function, in this process: one esbuild for all, where a process for each takes three times as long. */
export async function bundleFunctions(): Promise<ReadonlyMap<DeclaredName, Metafile>> {
  await rm(`${root}${folder}`, { recursive: true, force: true });
  const made = new Map<DeclaredName, Metafile>();
  for (const { name, declaration } of DECLARED_FUNCTIONS) {
    const { metafile } = await build({ ...BUNDLE_OPTIONS, entryPoints: { index: declaration.entry }, outdir: `${folder}/${name}` });
    made.set(name, metafile);
  }
  return made;
}

/** The folder that becomes the function's archive: index.mjs, what it imports later, and source maps. */
export const bundleFolder = (name: DeclaredName): string => `${root}${folder}/${name}`;
