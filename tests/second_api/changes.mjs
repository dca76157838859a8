// A change from the form to the receipt: prepared, sealed, confirmed by a login that proves exactly it, or given back.

import { randomBytes, randomInt } from 'node:crypto';

import { randomName, seal, sha256, unseal } from './encoding.mjs';
import { readForm } from './form.mjs';
import { Problem } from './problem.mjs';
import { now } from './provider.mjs';
import { masked } from './receipts.mjs';

const LIFE = 10 * 60; // seconds
const SEAL = 'second-change';
const OWN_KINDS = ['assign-nem-konto', 'delete-nem-konto'];
const MOST_REFUSALS = 5;
const DIGITS = '0123456789';
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'; // none that looks like another
const random = (signs, length) => Array.from({ length }, () => signs[randomInt(signs.length)]).join('');

export class Changes {
  #key = randomBytes(32);
  #committed = new Map();
  #withdrawn = new Set();
  #refused = new Map();
  #underWay = new Map();

  constructor({ registers, provider, sessions, receipts, origin }) {
    Object.assign(this, { registers, provider, sessions, receipts });
    this.redirectUri = `${origin}/return`;
  }

  // ---- Prepare --------------------------------------------------------------------------------------------------------

  async prepare(session, { holder: handle, version, draft }) {
    const isOfHolder = !draft.kind.endsWith('-benefit-type');
    if (isOfHolder !== (handle != null)) throw new Problem('bad-request', 'accounts have a holder, benefit types have none');
    requireRight(session.caseworker);
    // For every other kind one would need a right that nobody has here.
    if (!OWN_KINDS.includes(draft.kind)) throw new Problem('no-right');
    const holder = this.registers.byHandle(handle);
    if (version !== holder.version) throw new Problem('accounts-changed');
    const action = readForm(draft);
    const { authority, unit } = session.caseworker;
    const reading = {
      change: { 'nem-konto': { holder: holder.holder, action } },
      ...this.#circumstances(holder, action),
      names: { holder: holder.name },
      prepared_at: now(),
      acts_for: { authority, unit },
    };
    const pending = {
      id: randomName(),
      salt: randomBytes(32).toString('base64url'),
      handle,
      version,
      draft,
      reading,
      expiresAt: reading.prepared_at + LIFE,
      checkCode: random(DIGITS, 4),
      person: session.person,
      company: session.company,
      state: randomName(32),
      verifier: randomName(32),
    };
    const referenceText = text(holder, action, pending.checkCode);
    const authorizationUrl = await this.provider.push({
      redirectUri: this.redirectUri,
      state: pending.state,
      nonce: commitment(pending),
      verifier: pending.verifier,
      prompt: 'login',
      maxAge: 1,
      referenceText,
    });
    const login = {
      change_id: pending.id,
      expires_at: pending.expiresAt,
      check_code: pending.checkCode,
      reference_text: referenceText,
      identity: { name: session.caseworker.name, organisation: this.registers.authority(session.company) },
      authorization_url: authorizationUrl,
      state: pending.state,
      issuer: this.provider.issuer,
      sealed: seal(this.#key, SEAL, pending),
    };
    return { reading, next: { login } };
  }

  // What is registered now where the change takes place, and what one should know of it. Refuses what would change nothing.
  #circumstances(holder, action) {
    const { nemkonto, pending, status } = holder;
    const warnings = [];
    if (action === 'delete') {
      if (!nemkonto) throw new Problem('nothing-to-delete');
      warnings.push(...['no-account-afterwards'], ...(pending ? ['still-waits'] : []));
    } else {
      const same = (account) => JSON.stringify(account) === JSON.stringify(action.assign.account);
      if (pending ? same(pending.account) : same(nemkonto?.account)) throw new Problem('nothing-changes');
      if (action.assign.account.iban) warnings.push('foreign-transfer');
      if (pending) warnings.push('replaces-pending');
    }
    if (status === 'deceased') warnings.push('holder-deceased');
    if (status === 'closed') warnings.push('company-closed');
    return { ...(nemkonto && { before: { account: { account: nemkonto.account } } }), warnings };
  }

  // ---- Confirm --------------------------------------------------------------------------------------------------------

  // Two requests for the same change are answered one after the other, so that the second finds what the first has done.
  async confirm(call, id) {
    const before = this.#underWay.get(id) ?? Promise.resolve();
    const turn = before.then(() => this.#confirm(call, id));
    const over = turn.then(() => {}, () => {});
    this.#underWay.set(id, over);
    try {
      return await turn;
    } finally {
      if (this.#underWay.get(id) === over) this.#underWay.delete(id);
    }
  }

  async #confirm({ request, response, body: { sealed, callback } }, id) {
    const pending = this.#open(sealed);
    if (pending.id !== id) throw new Problem('change-mismatch', 'the address names another change');
    const committed = this.#committed.get(id);
    if (committed) return this.#again(request, response, committed, callback.code);
    this.#requireOpen(pending);
    const nonce = commitment(pending);
    const { login, caseworker } = await this.#attempt(pending, callback, nonce);
    // Nothing is waited for from here on, so nothing comes between what is checked and what is done.
    this.#requireOpen(pending);
    const receipt = this.#commit(pending, caseworker, login, nonce);
    const session = this.sessions.begin(request, response, login, caseworker);
    this.#committed.set(id, { ...pick(pending, 'person', 'company'), receipt, codeHash: hashed(callback.code), sessionId: session.id });
    return { receipt, session: this.sessions.shown(session) };
  }

  // A code is redeemed once: what was refused with it is refused again. After some refusals nothing is tried any more.
  async #attempt(pending, callback, nonce) {
    const { count, refusals } = this.#refused.get(pending.id) ?? { count: 0, refusals: new Map() };
    if (count >= MOST_REFUSALS) throw new Problem('too-many-attempts');
    const code = hashed(callback.code);
    try {
      if (callback.state !== pending.state) throw new Problem('login-not-proven', 'the answer has another state');
      await this.provider.checkIssuer(callback.iss);
      if (refusals.has(code)) throw new Problem(...refusals.get(code));
      return await this.#prove(pending, callback.code, nonce).catch((error) => {
        if (error instanceof Problem) refusals.set(code, [error.type, error.message, error.more]);
        throw error;
      });
    } catch (error) {
      this.#refused.set(pending.id, { count: count + 1, refusals });
      throw error;
    }
  }

  // Who has confirmed, if it is who must.
  async #prove({ verifier, reading, person, company }, code, nonce) {
    const login = await this.provider.redeem({ code, verifier, redirectUri: this.redirectUri, nonce });
    const otherThanExpected = (type) => new Problem(type, type, { expected: this.registers.authority(company) });
    if (!login.isEmployee) throw otherThanExpected('private-identity');
    if (login.authTime < reading.prepared_at) throw new Problem('login-not-fresh');
    if (login.person !== person) throw otherThanExpected('other-person');
    if (login.company !== company) throw otherThanExpected('other-company');
    const caseworker = this.registers.caseworker(login);
    requireRight(caseworker);
    return { login, caseworker };
  }

  #requireOpen({ id, expiresAt }) {
    if (this.#withdrawn.has(id)) throw new Problem('change-withdrawn');
    if (now() > expiresAt) throw new Problem('change-expired');
  }

  #commit({ id, handle, version, reading, checkCode }, caseworker, login, nonce) {
    const holder = this.registers.byHandle(handle);
    const { action } = reading.change['nem-konto'];
    if (holder.version !== version) throw new Problem('accounts-changed');
    const { warnings } = this.#circumstances(holder, action);
    if (JSON.stringify(warnings) !== JSON.stringify(reading.warnings)) throw new Problem('accounts-changed');
    const receipt = {
      number: [4, 4, 4].map((length) => random(SIGNS, length)).join('-'),
      change_id: id,
      change: reading.change,
      commitment: nonce,
      names: reading.names,
      caseworker,
      committed_at: now(),
      authenticated_at: login.authTime,
      assurance: login.assurance,
      check_code: checkCode,
      // The receipt of a deletion does not show a number.
      ...(action !== 'delete' && reading.before && { before: reading.before }),
      warnings,
    };
    this.registers.carryOut(holder, receipt);
    return this.receipts.sign(receipt);
  }

  // The answer got lost, and the app asks again: the same receipt, for who made the change.
  #again(request, response, { person, company, receipt, codeHash, sessionId }, given) {
    const own = this.sessions.peek(request);
    if (own && own.person === person && own.company === company) {
      return { receipt, session: this.sessions.shown(this.sessions.of(request)) };
    }
    // The cookie may have got lost, too. The code stands for it until the session that it began is used by whoever has that.
    const begun = this.sessions.get(sessionId);
    if (!begun || begun.isUsed || hashed(given) !== codeHash) throw new Problem('not-logged-in');
    this.sessions.handOut(response, begun);
    return { receipt, session: this.sessions.shown(begun) };
  }

  // ---- Reopen ---------------------------------------------------------------------------------------------------------

  // Withdraws a change, so that no login that is still open can commit it, and gives the form back; or tells that it is too late.
  reopen(session, { sealed }) {
    const pending = this.#open(sealed);
    const expected = this.registers.authority(pending.company);
    if (session.person !== pending.person) throw new Problem('other-person', 'another person', { expected });
    if (session.company !== pending.company) throw new Problem('other-company', 'another company', { expected });
    const committed = this.#committed.get(pending.id);
    if (committed) return { committed: { receipt: committed.receipt } };
    this.#withdrawn.add(pending.id);
    const overview = this.registers.overview(this.registers.byHandle(pending.handle));
    return { withdrawn: { draft: pending.draft, overview, session: this.sessions.shown(session) } };
  }

  #open(sealed) {
    const pending = unseal(this.#key, SEAL, sealed);
    if (!pending) throw new Problem('seal-broken');
    return pending;
  }
}

function requireRight({ rights }) {
  if (!rights.includes('change-nem-konto')) throw new Problem('no-right');
}

// The nonce of the login: nobody can guess the change from it, and it fits no other one.
function commitment({ salt, ...change }) {
  const bytes = JSON.stringify(change);
  return sha256('nemkonto-change-v1', Buffer.from(salt, 'base64url'), bytes).toString('hex');
}

// What the MitID app shows. It passes through other hands, so it has no whole number.
function text({ name, holder }, action, checkCode) {
  const number = holder.scheme === 'cpr' ? `CPR •••• ${holder.number.slice(-4)}` : `${holder.scheme.toUpperCase()} ${holder.number}`;
  const what = action === 'delete' ? 'Slet NemKonto' : `Ny NemKonto ${masked(action.assign.account)}`;
  return `${what} for ${name.slice(0, 40)}, ${number}. Kontrolkode ${checkCode}`;
}

const hashed = (given) => sha256(given).toString('hex');
const pick = (from, ...names) => Object.fromEntries(names.map((name) => [name, from[name]]));
