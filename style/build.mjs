// Builds target/style: the stylesheet, exactly the fonts and pictures they refer to, and the notices of what it is made from.
// Trunk runs it before every build (Trunk.toml).

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crateNotices } from './crates.mjs';
import { load, modules, root } from './tools.mjs';

if (!existsSync(join(modules, 'dkfds'))) {
  console.error('The build tools are not installed. Run: cargo run -- --install');
  process.exit(1);
}

const out = join(root, 'target', 'style');
const dkfds = join(modules, 'dkfds');

/** Where in the package the files come from that the stylesheet finds under `fonts/` and `img/`. */
const sources = {
  fonts: join(dkfds, 'dist', 'fonts', 'IBMPlexSans', 'split', 'woff2'),
  img: join(dkfds, 'dist', 'img', 'svg-icons'),
};

function compile() {
  return load('sass').compile(join(root, 'style', 'main.scss'), {
    loadPaths: [modules],
    style: 'compressed',
    charset: false, // else the file starts with a byte-order mark
    quietDeps: true,
  }).css;
}

function copyAssets(css) {
  for (const [, path] of css.matchAll(/url\(["']?([^"')]+)["']?\)/g)) {
    const source = join(sources[dirname(path)], basename(path));
    cpSync(source, join(out, path));
  }
}

/** What ends up in the built app from npm, and the licence text as packages carry it. */
const packages = [
  ['DKFDS, Det Faelles Designsystem (MIT; its icons Apache-2.0)', join(dkfds, 'LICENSE.md')],
  ['IBM Plex Sans (SIL Open Font License 1.1)', join(sources.fonts, 'license.txt')],
  ['Apache License 2.0, for the icons', join(modules, 'binaryen', 'LICENSE')],
];

function thirdPartyNotices() {
  const line = (titles) => '='.repeat(Math.max(...titles.split('\n').map((title) => title.length)));
  const texts = packages.map(([title, file]) => [title, readFileSync(file, 'utf8').trim()]);
  return [...texts, ...crateNotices()].map(([titles, text]) => `${titles}\n${line(titles)}\n\n${text}\n`).join('\n\n');
}

/** Whether the notices, which are written last, are younger than all that the folder is made from. Making it takes longer than the rest of a save. */
function isUpToDate() {
  const notices = join(out, 'third-party-notices.txt');
  if (!existsSync(notices)) return false;
  const modified = (file) => statSync(file).mtimeMs;
  const style = join(root, 'style');
  const sources = [style, ...readdirSync(style).map((name) => join(style, name)), join(modules, '.package-lock.json'), join(root, 'Cargo.lock')];
  return sources.every((file) => modified(file) < modified(notices));
}

if (isUpToDate()) process.exit(0);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const css = compile();
writeFileSync(join(out, 'main.css'), css);
copyAssets(css);
writeFileSync(join(out, 'third-party-notices.txt'), thirdPartyNotices());
