// What the app consists of, as a CycloneDX 1.6 document: what is compiled into the module, and what the stylesheet is made from. The tools that
// build it are not in it, nor is the time, so that one commit gives one document.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { crates, licence } from '../../style/crates.mjs';
import { root } from '../../style/tools.mjs';

/** The checksums of Cargo.lock, by name and version. */
function checksums() {
  const entries = readFileSync(join(root, 'Cargo.lock'), 'utf8').split('[[package]]');
  const of = (entry, key) => entry.match(new RegExp(`^${key} = "([^"]*)"`, 'm'))?.[1];
  return new Map(entries.map((entry) => [`${of(entry, 'name')} ${of(entry, 'version')}`, of(entry, 'checksum')]));
}

function fromCargo() {
  const sums = checksums();
  return crates().map((crate) => {
    const purl = `pkg:cargo/${crate.name}@${crate.version}`;
    return {
      type: 'library',
      'bom-ref': purl,
      name: crate.name,
      version: crate.version,
      hashes: [{ alg: 'SHA-256', content: sums.get(`${crate.name} ${crate.version}`) }],
      licenses: [{ expression: licence(crate) }],
      purl,
    };
  });
}

/** The design system; the other packages of npm are tools. */
function fromNpm() {
  const { packages } = JSON.parse(readFileSync(join(root, 'style', 'package-lock.json'), 'utf8'));
  const { version, license, integrity } = packages['node_modules/dkfds'];
  const purl = `pkg:npm/dkfds@${version}`;
  const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  return [{
    type: 'library',
    'bom-ref': purl,
    name: 'dkfds',
    version,
    description: 'Stylesheet, icons (Apache-2.0) and the fonts IBM Plex Sans (OFL-1.1)',
    hashes: [{ alg: 'SHA-512', content }],
    licenses: [{ expression: license }],
    purl,
  }];
}

export function sbom(version) {
  const rust = readFileSync(join(root, 'rust-toolchain.toml'), 'utf8').match(/channel = "(.*)"/)[1];
  const standard = {
    type: 'library',
    'bom-ref': 'rust-std',
    name: 'std',
    version: rust,
    description: 'The Rust standard library',
    licenses: [{ expression: 'MIT OR Apache-2.0' }],
  };
  const components = [standard, ...fromCargo(), ...fromNpm()];
  const app = { type: 'application', 'bom-ref': 'nemkonto', name: 'nemkonto', version, licenses: [{ expression: 'MIT' }] };
  // RFC 9562, version 8: made of what the document says.
  const digest = createHash('sha256').update(JSON.stringify([app, components])).digest('hex');
  const uuid = [digest.slice(0, 8), digest.slice(8, 12), `8${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`, digest.slice(20, 32)];
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuid.join('-')}`,
    version: 1,
    metadata: { component: app },
    components,
    dependencies: [{ ref: 'nemkonto', dependsOn: components.map((component) => component['bom-ref']) }],
  };
}
