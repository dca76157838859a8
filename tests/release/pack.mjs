// Packs a built app into a versioned archive: node tests/release/pack.mjs DIST FOLDER
//
// The same files give the same archive, byte for byte: names are sorted, and times, owners and rights are not those of the machine.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import { root } from '../../style/tools.mjs';
import { sbom } from './sbom.mjs';

const [dist, folder] = process.argv.slice(2).map((path) => resolve(path));
const version = readFileSync(join(root, 'Cargo.toml'), 'utf8').match(/^version = "(.*)"/m)[1];
const commit = execFileSync('git', ['log', '-1', '--format=%H %ct'], { cwd: root, encoding: 'utf8' }).trim().split(' ');
const name = `nemkonto-${version}`;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function files(of) {
  const entries = readdirSync(of, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(of, join(entry.parentPath, entry.name))).sort();
}

mkdirSync(folder, { recursive: true });
const staging = mkdtempSync(join(folder, 'staging-'));
try {
  const content = join(staging, name);
  cpSync(dist, join(content, 'app'), { recursive: true });
  cpSync(join(root, 'tests', 'deploy'), join(content, 'deploy'), { recursive: true });
  cpSync(join(root, 'tests', 'sandbox', 'openapi.json'), join(content, 'openapi.json'));
  for (const file of ['LICENSE', 'ADOPTING.md']) cpSync(join(root, file), join(content, file));
  writeFileSync(join(content, 'VERSION'), `${version}\n${commit[0]}\n`);
  writeFileSync(join(content, 'sbom.cdx.json'), `${JSON.stringify(sbom(version), null, 2)}\n`);
  const sums = files(content).map((file) => `${sha256(readFileSync(join(content, file)))}  ${file}\n`);
  writeFileSync(join(content, 'SHA256SUMS'), sums.join(''));

  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--mode=u=rwX,go=rX'];
  const tar = ['--create', '--format=ustar', '--sort=name', `--mtime=@${commit[1]}`, ...owner, '--directory', staging, name];
  const archive = gzipSync(execFileSync('tar', tar, { maxBuffer: 1 << 28 }), { level: 9 });
  writeFileSync(join(folder, `${name}.tar.gz`), archive);
  writeFileSync(join(folder, `${name}.tar.gz.sha256`), `${sha256(archive)}  ${name}.tar.gz\n`);
  console.log(join(folder, `${name}.tar.gz`));
} finally {
  rmSync(staging, { recursive: true });
}
