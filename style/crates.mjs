// The crates that are compiled into the app, with what their authors ask to be told with it.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './tools.mjs';

const target = 'wasm32-unknown-unknown';

function cargo(...args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] };
  return execFileSync(process.env.CARGO ?? 'cargo', [...args, '--locked'], options);
}

/** Name and version of what the app is linked from. Cargo's metadata would have what only the sandbox uses, too. */
function linked() {
  const tree = cargo('tree', '-p', 'nemkonto-web', '-e', 'normal,no-proc-macro', '--target', target, '--prefix', 'none', '--format', '{p}');
  return new Set(tree.split('\n').filter(Boolean).map((line) => line.split(' ').slice(0, 2).join(' ')));
}

/** The crates from the registry, by name and version, as Cargo's metadata describes them. */
export function crates() {
  const wanted = linked();
  const { packages } = JSON.parse(cargo('metadata', '--format-version', '1', '--filter-platform', target));
  return packages
    .filter(({ name, version, source }) => source && wanted.has(`${name} v${version}`))
    .sort((a, b) => (a.name < b.name || (a.name === b.name && a.version < b.version) ? -1 : 1));
}

/** The licence as an SPDX expression: a slash is how it was written once. */
export function licence({ license }) {
  return license.replaceAll(/\s*\/\s*/g, ' OR ');
}

const mit = (who) => `MIT License

Copyright (c) ${who}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The licence texts of a crate. Who may choose chooses the shortest, MIT, where its text is there. */
function texts(crate) {
  const folder = dirname(crate.manifest_path);
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|unlicense|notice)/i.test(name)).sort();
  const offersMit = /\bMIT\b/.test(crate.license);
  const ofMit = files.filter((name) => /mit/i.test(name));
  const chosen = offersMit && !/ AND /.test(crate.license) && ofMit.length ? ofMit : files;
  if (chosen.length) return chosen.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
  // Forgotten in the package, as in all of Leptos.
  if (offersMit) return [mit(crate.authors.join(', ') || `the authors of ${crate.name}`)];
  throw new Error(`${crate.name} has neither a licence text nor MIT among its licences`);
}

/** Each licence text once, with all that are under it. */
export function crateNotices() {
  const under = new Map([[mit('The Rust Project contributors'), ['The Rust standard library (MIT OR Apache-2.0)']]]);
  for (const crate of crates()) {
    for (const text of texts(crate)) {
      const title = `${crate.name} ${crate.version} (${licence(crate)})`;
      under.set(text, [...(under.get(text) ?? []), title]);
    }
  }
  return [...under].map(([text, titles]) => [titles.join('\n'), text]);
}
