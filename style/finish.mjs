// Finishes a release build in Trunk's staging folder (TRUNK_STAGING_DIR): what the module imports gets short names, every asset a
// name that contains a hash of its content, so that a server may tell browsers to keep it for ever, and is compressed beside itself. What is for
// readers of the source is left out.
//
// Trunk's own hashes are taken before wasm-bindgen and wasm-opt run, so the same name can stand for different bytes.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { withShortNames } from './short_names.mjs';

if (process.env.TRUNK_PROFILE !== 'release') process.exit(0);

const dist = process.env.TRUNK_STAGING_DIR;

/** Files that are asked for by their own name. */
const unhashed = ['index.html', 'third-party-notices.txt', 'trouble.js'];
/** What refers to other files, in an order in which each comes after what it refers to. */
const referring = ['.css', '.html'];
const compressible = ['.css', '.html', '.js', '.svg', '.txt', '.wasm'];

function files() {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .sort((a, b) => referring.indexOf(extname(a)) - referring.indexOf(extname(b)) || a.localeCompare(b));
}

function hashed(path) {
  if (unhashed.includes(path)) return path;
  const digest = createHash('sha256').update(readFileSync(join(dist, path))).digest('hex').slice(0, 16);
  const extension = extname(path);
  return join(dirname(path), `${basename(path, extension)}-${digest}${extension}`);
}

/** Replaces whole names only: `nemkonto.js` is not a part of `other-nemkonto.js`. */
function renameReferences(text, names) {
  return names.reduce((rest, name) => {
    const escaped = name.from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return rest.replace(new RegExp(`(?<=["'(/])${escaped}(?=["')])`, 'g'), () => {
      name.used = true;
      return name.to;
    });
  }, text);
}

/** Comments and indentation are for those who read the source: 3 kB of what every browser fetches. Only those on lines of their own are left out. */
function shorten(path) {
  const lines = readFileSync(join(dist, path), 'utf8').replace(/<!--[^]*?-->/g, '').split('\n').map((line) => line.trim());
  const isKept = (line) => line && !/^(\/\/|\/?\*)/.test(line);
  writeFileSync(join(dist, path), `${lines.filter(isKept).join('\n')}\n`);
}

function compress(path) {
  const bytes = readFileSync(join(dist, path));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  writeFileSync(join(dist, `${path}.gz`), gzipSync(bytes, { level: 9 }));
  writeFileSync(join(dist, `${path}.br`), brotliCompressSync(bytes, quality));
}

const [script, module] = ['.js', '_bg.wasm'].map((ending) => join(dist, `nemkonto-web${ending}`));
const short = withShortNames(readFileSync(script, 'utf8'), readFileSync(module));
writeFileSync(script, short.script);
writeFileSync(module, short.module);

files().filter((path) => /\.(html|js)$/.test(path)).forEach(shorten);

const names = [];
for (const from of files()) {
  const file = join(dist, from);
  if (referring.includes(extname(from))) {
    writeFileSync(file, renameReferences(readFileSync(file, 'utf8'), names));
  }
  const to = hashed(from);
  renameSync(file, join(dist, to));
  names.push({ from, to, used: unhashed.includes(from) });
}

const unused = names.filter((name) => !name.used).map((name) => name.from);
if (unused.length > 0) throw new Error(`nothing refers to ${unused.join(', ')}`);

// What only tests look at may do without.
if (!process.env.UNCOMPRESSED) files().filter((path) => compressible.includes(extname(path))).forEach(compress);
