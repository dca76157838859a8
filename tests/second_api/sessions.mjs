// Who is logged in, and the cookies that say so to the API alone.

import { createHmac, randomBytes } from 'node:crypto';

import { randomName, seal, unseal } from './encoding.mjs';
import { Problem } from './problem.mjs';
import { now } from './provider.mjs';

export const LIFE = 30 * 60; // seconds without use
const LOGIN_LIFE = 10 * 60;
const MOST_LOGINS = 5;

export class Sessions {
  #key = randomBytes(32);
  #sessions = new Map();

  constructor({ secure }) {
    // Over TLS the browser itself sees to it that no other host and no subdomain can set the cookie.
    this.prefix = secure ? '__Host-' : '';
    this.attributes = `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  }

  // ---- Sessions -------------------------------------------------------------------------------------------------------

  // The session of a request, which lives longer by it unless it only asks how long.
  of(request, prolongs = true) {
    const session = this.#sessions.get(request.cookies.get(`${this.prefix}session`));
    if (!session || session.usedAt + LIFE <= now()) throw new Problem('not-logged-in');
    if (prolongs) session.usedAt = now();
    session.isUsed = true;
    return session;
  }

  // The same where there need be none.
  peek(request) {
    const session = this.#sessions.get(request.cookies.get(`${this.prefix}session`));
    return session && session.usedAt + LIFE > now() ? session : undefined;
  }

  get(id) {
    return this.#sessions.get(id);
  }

  // Begins a session in place of the one that the browser had, so that no name of a session is there before its login.
  begin(request, response, { person, company }, caseworker) {
    this.#sessions.delete(request.cookies.get(`${this.prefix}session`));
    const session = { id: randomName(32), person, company, caseworker, usedAt: now(), isUsed: false };
    this.#sessions.set(session.id, session);
    this.handOut(response, session);
    this.#clear(response, 'logged-out');
    return session;
  }

  handOut(response, session) {
    this.#set(response, 'session', session.id);
  }

  // The cookie that stays says that the next login must be a new one: the provider may still know who was here.
  end(request, response) {
    this.#sessions.delete(request.cookies.get(`${this.prefix}session`));
    this.#clear(response, 'session');
    this.#set(response, 'logged-out', '1');
  }

  wasLoggedOut(request) {
    return request.cookies.has(`${this.prefix}logged-out`);
  }

  // As `Session` in openapi.json. Both words are the same in every session of the same caseworker.
  shown({ person, company, caseworker }) {
    const word = (of, ...more) => createHmac('sha256', this.#key).update(JSON.stringify([of, person, company, ...more])).digest('base64url');
    const { authority, unit } = caseworker;
    return {
      caseworker,
      assignments: [{ authority, unit }],
      expires_in: LIFE,
      acting_as: word('acting-as', unit.id),
      draft_key: word('draft'),
    };
  }

  // A page that shows somebody else must not act for who is logged in now.
  checkPage(request, session) {
    const shows = request.headers['acting-as'];
    if (shows !== undefined && shows !== this.shown(session).acting_as) throw new Problem('session-differs');
  }

  // ---- Logins under way: a cookie for each, so that two tabs can log in ---------------------------------------------------

  keepLogin(request, response, state, login) {
    const kept = [...request.cookies.keys()].filter((name) => name.startsWith(`${this.prefix}login-`));
    for (const name of kept.slice(0, Math.max(0, kept.length - MOST_LOGINS + 1))) this.#clear(response, name.slice(this.prefix.length));
    const sealed = seal(this.#key, 'second-login', { ...login, until: now() + LOGIN_LIFE });
    this.#set(response, `login-${state}`, sealed, `; Max-Age=${LOGIN_LIFE}`);
  }

  // Once: whatever comes of it, the login is over.
  takeLogin(request, response, state) {
    const name = `login-${state}`;
    const login = unseal(this.#key, 'second-login', request.cookies.get(this.prefix + name) ?? '');
    if (!login || login.until <= now()) throw new Problem('login-unknown');
    this.#clear(response, name);
    return login;
  }

  #set(response, name, value, more = '') {
    response.appendHeader('Set-Cookie', `${this.prefix}${name}=${value}${this.attributes}${more}`);
  }

  #clear(response, name) {
    this.#set(response, name, '', '; Max-Age=0');
  }
}
