// Runs oidc-provider on a free port of 127.0.0.1 with its own login pages, one client, and a few people.
//
// The argument is JSON: { pushed, signed, claimsIn: "userinfo" | "id-token", authentication, algorithm }. Once it listens, it prints
// one line "ready {...}" with what the client has to know. It ends when its standard input does.

import { createServer } from 'node:http';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';

const modules = fileURLToPath(new URL('../../target/real_provider/package.json', import.meta.url));
// Its advice for production is not for us.
console.warn = console.info = () => {};
const { Provider } = await import(pathToFileURL(createRequire(modules).resolve('oidc-provider')));

const options = JSON.parse(process.argv[2]);
const levels = ['Low', 'Substantial'].map((level) => `https://data.gov.dk/concept/core/nsis/${level}`);

// What is typed at the login; the identifiers are those of the sandbox's people.
const id = (number) => `5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de00${number}`;
const employee = (employee_id, name, cvr = '98765409') => ({ employee_id, name, cvr, identity_type: 'professional' });
const people = {
  anna: employee(id(1), 'Anna Agersted'),
  bo: employee(id(2), 'Bo Birkelund'),
  eva: { name: 'Eva Fjordbak', identity_type: 'private' },
  newcomer: employee(id(9), 'Gerda Holmbo', '98765425'),
  'anna at the agency': employee(id(1), 'Anna Agersted', '98765417'),
};

// Its own pages do not let people choose how strongly they log in: "anna, low" does.
class ProviderWithLevels extends Provider {
  interactionFinished(request, response, result, ...rest) {
    if (result.login) {
      const [accountId, low] = result.login.accountId.split(', ');
      result.login = { ...result.login, accountId, acr: levels[low ? 0 : 1] };
    }
    return super.interactionFinished(request, response, result, ...rest);
  }
}

const keyPair = (algorithm) =>
  algorithm === 'ES256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: 2048 });
const clientKeys = options.algorithm && keyPair(options.algorithm);
const signingKey = (algorithm) => ({
  ...keyPair(algorithm).privateKey.export({ format: 'jwk' }),
  alg: algorithm,
  use: 'sig',
  kid: algorithm,
});

const secret = randomBytes(32).toString('base64');
const client = {
  client_id: 'nemkonto caseworkers',
  redirect_uris: ['http://localhost:8080/login/return', 'http://localhost:8080/return'],
  response_types: ['code'],
  grant_types: ['authorization_code'],
  scope: 'openid profile',
  id_token_signed_response_alg: 'ES256',
  token_endpoint_auth_method: options.authentication,
  ...(options.authentication !== 'private_key_jwt' && { client_secret: secret }),
  ...(clientKeys && {
    jwks: { keys: [{ ...clientKeys.publicKey.export({ format: 'jwk' }), alg: options.algorithm, use: 'sig', kid: 'client' }] },
    token_endpoint_auth_signing_alg: options.algorithm,
  }),
  ...(options.signed && { require_signed_request_object: true, request_object_signing_alg: options.algorithm }),
};

const configuration = {
  clients: [client],
  jwks: { keys: [signingKey('ES256')] },
  acrValues: levels,
  scopes: ['openid', 'profile'],
  claims: { openid: ['sub'], profile: ['employee_id', 'name', 'cvr', 'identity_type'] },
  conformIdTokenClaims: options.claimsIn === 'userinfo',
  cookies: { keys: [randomBytes(32).toString('base64')] },
  findAccount: (_, accountId) => people[accountId] && { accountId, claims: () => ({ sub: accountId, ...people[accountId] }) },
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: true },
    pushedAuthorizationRequests: { enabled: options.pushed, requirePushedAuthorizationRequests: options.pushed },
    requestObjects: { enabled: Boolean(options.signed) },
  },
};

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new ProviderWithLevels(issuer, configuration);
provider.on('server_error', (_, error) => console.error(error));
server.on('request', provider.callback());
process.stdin.resume().on('end', () => process.exit());

const key = clientKeys?.privateKey.export({ format: 'pem', type: 'pkcs8' });
console.log(`ready ${JSON.stringify({ issuer, client_id: client.client_id, secret, key })}`);
