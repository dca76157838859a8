// The operations of openapi.json that this API has. Every other one is answered as a call that there is not.

import { randomName } from './encoding.mjs';
import * as bodies from './bodies.mjs';
import { Changes } from './changes.mjs';
import { Problem } from './problem.mjs';
import { now } from './provider.mjs';
import { Receipts } from './receipts.mjs';
import { LIFE, Sessions } from './sessions.mjs';

const A_DAY = 86_400;

export function operations({ registers, provider, origin }) {
  const sessions = new Sessions({ secure: origin.startsWith('https:') });
  const receipts = new Receipts();
  const changes = new Changes({ registers, provider, sessions, receipts, origin });
  const redirectUri = `${origin}/login/return`;

  // Whoever is logged in, on a page that shows the same person.
  const page = (request, prolongs = true) => {
    const session = sessions.of(request, prolongs);
    sessions.checkPage(request, session);
    return session;
  };
  const unprolonged = (request) => page(request, false);
  // Where whose change it is stands in the seal, whatever the page shows.
  const anyPage = (request) => sessions.of(request);

  async function startLogin({ request, response }) {
    // After a log-out, or in somebody's place, the provider must ask anew.
    const isForced = sessions.wasLoggedOut(request) || sessions.peek(request) !== undefined;
    const [state, nonce, verifier] = [randomName(32), randomName(32), randomName(32)];
    const prompt = isForced ? 'login' : undefined;
    const authorization_url = await provider.push({ redirectUri, state, nonce, verifier, prompt, maxAge: isForced ? 1 : A_DAY });
    sessions.keepLogin(request, response, state, { nonce, verifier, isForced, startedAt: now() });
    return { authorization_url };
  }

  async function completeLogin({ request, response, body: { code, state, iss } }) {
    const { nonce, verifier, isForced, startedAt } = sessions.takeLogin(request, response, state);
    await provider.checkIssuer(iss);
    const login = await provider.redeem({ code, verifier, redirectUri, nonce });
    if (!login.isEmployee) throw new Problem('private-identity');
    const other = sessions.peek(request);
    const takesAPlace = other && (other.person !== login.person || other.company !== login.company);
    if ((isForced || takesAPlace) && login.authTime < startedAt) throw new Problem('login-not-fresh');
    return sessions.shown(sessions.begin(request, response, login, registers.caseworker(login)));
  }

  function logOut({ request, response }) {
    const session = sessions.peek(request);
    if (session) sessions.checkPage(request, session);
    sessions.end(request, response);
    return {};
  }

  function switchUnit({ session, body: { unit } }) {
    if (unit !== session.caseworker.unit.id) throw new Problem('unit-not-assigned');
    return sessions.shown(session);
  }

  const mayLook = (request) => {
    const session = page(request);
    if (!session.caseworker.rights.includes('view-accounts')) throw new Problem('no-right');
    return session;
  };
  const accounts = (holder) => registers.overview(holder);
  const past = ({ session }, handle) => registers.history(registers.byHandle(handle), session.caseworker);
  const receipt = ({ session }, number) => receipts.ofAuthority(number, session.caseworker.authority.cvr);

  return [
    { call: 'GET /api/configuration', run: () => configuration(registers, provider) },
    { call: 'GET /api/health', run: () => health(provider) },
    { call: 'GET /api/receipt-keys', run: () => receipts.keys() },

    { call: 'POST /api/login', body: bodies.nothing, run: startLogin },
    { call: 'POST /api/login/complete', body: bodies.callback, run: completeLogin },
    { call: 'POST /api/logout', body: bodies.nothing, run: logOut },
    { call: 'GET /api/session', as: page, run: ({ session }) => sessions.shown(session) },
    { call: 'GET /api/session/expiry', as: unprolonged, run: ({ session }) => ({ expires_in: session.usedAt + LIFE - now() }) },
    { call: 'POST /api/session/unit', as: page, body: bodies.switchUnit, run: switchUnit },

    { call: 'POST /api/account-holders/lookup', as: mayLook, body: bodies.lookup, run: ({ body }) => accounts(registers.find(body)) },
    { call: 'GET /api/account-holders/{handle}', as: mayLook, run: (_, handle) => accounts(registers.byHandle(handle)) },
    { call: 'GET /api/account-holders/{handle}/history', as: mayLook, run: past },
    // Nobody has the right to change any, and there are none.
    { call: 'GET /api/benefit-types', as: page, run: () => ({ version: 0, own: [], payable: [] }) },
    { call: 'GET /api/benefit-types/history', as: page, run: () => ({ entries: [] }) },

    { call: 'POST /api/changes/prepare', as: page, body: bodies.prepare, run: ({ session, body }) => changes.prepare(session, body) },
    { call: 'POST /api/changes/{change_id}/confirm', body: bodies.confirm, run: (call, id) => changes.confirm(call, id) },
    { call: 'POST /api/changes/reopen', as: anyPage, body: bodies.reopen, run: ({ session, body }) => changes.reopen(session, body) },
    { call: 'GET /api/receipts/{number}', as: page, run: receipt },
  ];
}

async function health(provider) {
  const reached = await provider.metadata().then(() => true, () => false);
  return { store: true, provider: reached };
}

async function configuration({ contact }, provider) {
  // Nobody leaves for a login before the provider is known; everything else can go on without it.
  const known = await provider.metadata().catch(() => undefined);
  const login_origin = known && new URL(known.authorization_endpoint).origin;
  return { contact, sandbox: true, valid_from_days: 0, bank_directory: false, payee_check: false, ...(login_origin && { login_origin }) };
}
