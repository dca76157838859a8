// The smallest API that the app can work with, as an example and for the tests: a NemKonto with a domestic account or an IBAN, from the form to
// the receipt. It has nothing but what openapi.json, ADOPTING.md and ARCHITECTURE.md say, so it shows whether they say enough. Whom it knows stands
// in data.json; everything else is in memory, and gone when it ends.
//
//   cargo run -- --only-provider --port 9001 --origin http://localhost:9000
//   CLIENT_SECRET=… node tests/second_api/main.mjs --port 9000 --issuer http://127.0.0.1:9001 --client-id nemkonto-sandbox --dist dist

import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

import { files, headers } from './files.mjs';
import { api } from './http.mjs';
import { Provider } from './provider.mjs';
import { Registers } from './registers.mjs';
import { operations } from './service.mjs';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '9000' },
    issuer: { type: 'string' },
    'client-id': { type: 'string' },
    dist: { type: 'string', default: 'dist' },
  },
});

if (!options.issuer || !options['client-id'] || !process.env.CLIENT_SECRET) {
  console.error('Needs --issuer and --client-id, and CLIENT_SECRET in the environment: what --only-provider prints.');
  process.exit(2);
}

const origin = `http://localhost:${options.port}`;
const registers = new Registers(new URL('data.json', import.meta.url));
const provider = new Provider({ issuer: options.issuer, clientId: options['client-id'], clientSecret: process.env.CLIENT_SECRET });
const call = api(operations({ registers, provider, origin }), origin);
const page = files(options.dist);
const sent = headers();

createServer((request, response) => {
  for (const [name, value] of sent) response.setHeader(name, value);
  (request.url.startsWith('/api/') ? call : page)(request, response);
}).listen(Number(options.port), '127.0.0.1', () => console.log(`The API is running. Open ${origin}`));
