import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';
import { DECLARED_FUNCTIONS, type DeclaredName } from './declared-functions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = 'node_modules/.cache/functions';

/**
 * How a function becomes one file. The AWS SDK is bundled too: the exact version that was tested, and a third of the cold
 * start of the runtime's own. Packages that still call `require` get one, since an ES module has none.
 */
export const BUNDLE_OPTIONS = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles every declared function at once, which takes esbuild about a second; one process a function takes ten times that.
 * @returns what went into which file, for checks on what a function ships.
 */
export function bundleFunctions(): Metafile {
  const entryPoints = Object.fromEntries(DECLARED_FUNCTIONS.map(({ name, declaration }) => [`${name}/index`, declaration.entry]));
  return buildSync({ ...BUNDLE_OPTIONS, absWorkingDir: root, entryPoints, outdir: folder, metafile: true }).metafile;
}

/** The folder that becomes the function's archive: index.mjs and its source map. */
export const bundleFolder = (name: DeclaredName): string => `${root}${folder}/${name}`;
