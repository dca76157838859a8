// Makes in target/next the build of a version that comes after this one, so that the tests can deploy it under people's hands: another version of the
// stored record, with one more member, and other names for all files. Everything else is this version, unoptimised: only its own crate is compiled.

import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const next = join(root, 'target/next');
const dist = join(next, 'dist');

/** What the next version says otherwise. */
const changes = {
  'src/relogin/record.rs': [
    ['const VERSION: u8 = 2;', 'const VERSION: u8 = 3;'],
    ['    issuer: Option<String>,\n}', '    issuer: Option<String>,\n    #[serde(default)]\n    added_later: Option<String>,\n}'],
    ['issuer: agreed.issuer.clone(),', 'issuer: agreed.issuer.clone(),\n            added_later: Some("by the next version".to_owned()),'],
  ],
};

function changed(path, text) {
  return (changes[path] || []).reduce((rest, [from, to]) => {
    if (rest.split(from).length !== 2) throw new Error(`${path}: “${from}” is not there once; ${relative(root, import.meta.filename)} needs it`);
    return rest.replace(from, to);
  }, text);
}

/** Written only where it differs, for cargo goes by times. */
function write(path, bytes) {
  const file = join(next, path);
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

// The source is a copy, all else is where it is.
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const paths = files.map((entry) => relative(root, join(entry.parentPath, entry.name)));
for (const path of [...paths, 'Cargo.toml', 'Cargo.lock', 'Trunk.toml', 'index.html']) {
  const bytes = readFileSync(join(root, path));
  write(path, changes[path] ? Buffer.from(changed(path, bytes.toString())) : bytes);
}
for (const gone of readdirSync(join(next, 'src'), { recursive: true })) {
  if (!existsSync(join(root, 'src', gone))) rmSync(join(next, 'src', gone), { recursive: true, force: true });
}
for (const folder of ['public', 'style', 'tests', 'target', '.cargo', 'rust-toolchain.toml']) {
  if (!existsSync(join(next, folder))) symlinkSync(join(root, folder), join(next, folder));
}

const staging = join(next, 'staging');
execFileSync('trunk', ['build', '--dist', staging], { cwd: next, stdio: 'inherit' });
for (const entry of readdirSync(staging, { recursive: true })) {
  if (entry.endsWith('.js')) appendFileSync(join(staging, entry), '\nglobalThis.next = true;\n');
  if (entry.endsWith('.css')) appendFileSync(join(staging, entry), '\n.next { color: inherit; }\n');
}
const env = { ...process.env, TRUNK_PROFILE: 'release', TRUNK_STAGING_DIR: staging, UNCOMPRESSED: '1' };
execFileSync('node', [join(root, 'style/finish.mjs')], { env, stdio: 'inherit' });
rmSync(dist, { recursive: true, force: true });
execFileSync('mv', [staging, dist]);
