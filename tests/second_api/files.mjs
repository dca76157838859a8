// The app's files, as ADOPTING.md says a server sends them: so this API can serve the app by itself, to be tried.

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

// The headers that every answer has, from the table in ADOPTING.md. Without TLS there is nothing to be strict about.
export function headers() {
  const text = readFileSync(new URL('../../ADOPTING.md', import.meta.url), 'utf8');
  const rows = text.matchAll(/^\| `([\w-]+)` \| `(.+)` \|$/gm);
  return [...rows].map(([, name, value]) => [name, value]).filter(([name]) => name !== 'Strict-Transport-Security');
}

// The path of an address, or none that there is: not every sign can be decoded.
function readable(address) {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return '/nothing.txt';
  }
}

export function files(dist) {
  return (request, response) => {
    const pathname = readable(request.url);
    // Every address of the app is the same page.
    const isPage = !/\.[^/]*$/.test(pathname);
    const file = join(dist, isPage ? 'index.html' : normalize(pathname));
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const isNamedAfterContent = /-[0-9a-f]{16}/.test(file);
    const cache = isPage ? 'no-store' : isNamedAfterContent ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', 'Cache-Control': cache });
    createReadStream(file).pipe(response);
  };
}
