// Calls of the API: finds the operation, reads what was asked, and writes what is answered.

import { Problem } from './problem.mjs';

const LARGEST_BODY = 64 * 1024;

// An operation is `{ call: 'POST /api/changes/{change_id}/confirm', as, body, run }`. `as` finds the session that it needs, before what was
// sent is looked at; `body` tells whether that is what the contract says. `run` is given both, and the parts in braces.
export function api(operations, origin) {
  const known = operations.map(({ call, ...operation }) => {
    const [method, path] = call.split(' ');
    return { method, pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '([\\w-]+)')}$`), ...operation };
  });

  return async (request, response) => {
    try {
      const { pathname } = new URL(request.url, origin);
      const found = known.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
      if (!found) throw new Problem('not-found');
      // What changes something must come from the app's own page.
      if (request.method === 'POST' && request.headers.origin !== origin) throw new Problem('foreign-origin');
      request.cookies = cookies(request.headers.cookie);
      const session = found.as?.(request);
      const body = found.body && (await read(request, found.body));
      const parts = found.pattern.exec(pathname).slice(1);
      write(response, 200, 'application/json', await found.run({ request, response, session, body }, ...parts));
    } catch (error) {
      refuse(response, error);
    }
  };
}

async function read(request, isBody) {
  if (!/^application\/json *(;|$)/.test(request.headers['content-type'] ?? '')) throw new Problem('bad-request', 'not JSON');
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Problem('bad-request', 'too large');
    chunks.push(chunk);
  }
  let value;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new Problem('bad-request', 'not JSON');
  }
  if (!isBody(value)) throw new Problem('bad-request', 'not what the contract says');
  return value;
}

function cookies(header = '') {
  const pairs = header.split(';').map((pair) => pair.trim().split(/=(.*)/s));
  return new Map(pairs.filter(([name]) => name).map(([name, value = '']) => [name, value]));
}

function refuse(response, error) {
  const problem = error instanceof Problem ? error : new Problem('internal', error.stack);
  // The reference is what the support is told; the reason is for the log alone.
  console.error(JSON.stringify({ refused: problem.document.type, because: problem.message, reference: problem.document.instance }));
  write(response, problem.status, 'application/problem+json', problem.document);
}

function write(response, status, type, value) {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(JSON.stringify(value));
}
