// Starts the stand-in for MitID and this API, on free ports, and lets the contract kit loose on it. What the API refuses, and why, is in
// target/second_api.log.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const programs = process.argv[2];
const here = (file) => new URL(file, import.meta.url).pathname;
// What is not tried is what this API does not have. So many checks are tried that none gets lost unnoticed.
const LEAST = 70;

const started = [];
const log = createWriteStream('target/second_api.log');
function start(program, options, environment = {}) {
  const child = spawn(program, options, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.pipe(log, { end: false });
  started.push(child);
  return child;
}

// What a program says in its output, in this order.
async function said(child, patterns) {
  const [found, wanted] = [[], [...patterns]];
  for await (const line of createInterface({ input: child.stdout })) {
    const match = wanted[0].exec(line);
    if (match) {
      found.push(match[1]);
      wanted.shift();
    }
    if (wanted.length === 0) {
      child.stdout.resume();
      return found;
    }
  }
  throw new Error(`${child.spawnfile} ended without saying ${wanted[0]}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function main() {
  const origin = `http://localhost:${await freePort()}`;
  const provider = start(`${programs}/nemkonto-sandbox`, ['--only-provider', '--port', '0', '--origin', origin]);
  const [issuer, clientId, secret] = await said(provider, [/^ +issuer +(\S+)$/, /^ +client_id +(\S+)$/, /^ +client_secret +(\S+)$/]);
  const options = ['--port', new URL(origin).port, '--issuer', issuer, '--client-id', clientId];
  await said(start(process.execPath, [here('main.mjs'), ...options], { CLIENT_SECRET: secret }), [/Open (\S+)$/]);

  const kit = start(`${programs}/nemkonto-kit`, ['--base', origin, '--cases', here('cases.toml')]);
  const lines = [];
  kit.stdout.on('data', (text) => lines.push(text));
  const [code] = await once(kit, 'close');
  const report = Buffer.concat(lines).toString();
  console.log(report.trimEnd());
  const [, passed, failed] = /^(\d+) passed, (\d+) failed/m.exec(report) ?? [0, 0, 1];
  const enough = Number(passed) >= LEAST;
  if (!enough) console.log(`only ${passed} checks were tried, and at least ${LEAST} can be`);
  console.log(`${passed} passed, ${Number(failed) || Number(code !== 0 || !enough)} failed`);
  return Number(failed) === 0 && code === 0 && enough;
}

let isWell = false;
try {
  isWell = await main();
} catch (error) {
  console.log(`${error.stack}\n0 passed, 1 failed`);
} finally {
  for (const child of started) child.kill();
}
process.exitCode = isWell ? 0 : 1;
