// The API as a client of an OpenID provider: pushed requests (RFC 9126), PKCE (RFC 7636), the code, and what it proves.

import { createPublicKey } from 'node:crypto';

import { readSigned, sha256 } from './encoding.mjs';
import { Problem } from './problem.mjs';

const PATIENCE = 10_000; // milliseconds
const ASSURANCE = ['Substantial', 'High'].flatMap((level) => [
  `https://data.gov.dk/concept/core/nsis/${level}`,
  `https://data.gov.dk/concept/core/nsis/loa/${level}`,
]);

export const now = () => Math.floor(Date.now() / 1000);

export class Provider {
  constructor({ issuer, clientId, clientSecret }) {
    this.issuer = issuer;
    this.clientId = clientId;
    const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':');
    this.authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  }

  // The discovery document. A provider that was away at the first question is asked again at the next.
  async metadata() {
    if (!this.known) {
      const known = await this.#ask(`${this.issuer}/.well-known/openid-configuration`);
      if (known.issuer !== this.issuer) throw unavailable('the provider names another issuer');
      this.known = known;
    }
    return this.known;
  }

  // Tells the provider of a login to come, and answers where the browser goes for it.
  async push({ redirectUri, state, nonce, verifier, prompt, maxAge, referenceText }) {
    const { authorization_endpoint, pushed_authorization_request_endpoint } = await this.metadata();
    const pushed = await this.#ask(pushed_authorization_request_endpoint, {
      client_id: this.clientId,
      response_type: 'code',
      scope: 'openid nemlogin',
      redirect_uri: redirectUri,
      state,
      nonce,
      code_challenge: sha256(verifier).toString('base64url'),
      code_challenge_method: 'S256',
      max_age: String(maxAge),
      ...(prompt && { prompt }),
      idp_values: 'mitid_erhverv',
      // As the broker of Nets takes it.
      ...(referenceText && { idp_params: JSON.stringify({ mitid: { reference_text: Buffer.from(referenceText).toString('base64') } }) }),
    });
    const address = new URL(authorization_endpoint);
    address.searchParams.set('client_id', this.clientId);
    address.searchParams.set('request_uri', pushed.request_uri);
    return address.href;
  }

  // An answer that names an issuer must name this one, and one that announces to name it must do so (RFC 9207).
  async checkIssuer(iss) {
    const announced = (await this.metadata()).authorization_response_iss_parameter_supported;
    if (announced || iss != null ? iss !== this.issuer : false) throw unproven('the answer has another issuer');
  }

  // Redeems a code, and answers who logged in, once everything is checked that is the same for every login.
  async redeem({ code, verifier, redirectUri, nonce }) {
    const { token_endpoint } = await this.metadata();
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    const tokens = await this.#ask(token_endpoint, grant);
    const claims = await this.#idToken(tokens.id_token, nonce);
    if (!ASSURANCE.includes(claims.loa)) throw new Problem('assurance-too-low');
    const employee = await this.#employee(claims, tokens.access_token);
    return { ...employee, assurance: claims.loa, authTime: claims.auth_time };
  }

  // OpenID Connect Core 3.1.3.7.
  async #idToken(token, nonce) {
    const claims = await readSigned(token, ({ kid }) => this.#key(kid)).catch((error) => {
      throw error instanceof Problem ? error : unproven(error.message);
    });
    const { iss, aud, azp, exp, iat, sub, auth_time } = claims;
    const wrong = Object.entries({
      iss: iss !== this.issuer,
      aud: [aud].flat().length !== 1 || [aud].flat()[0] !== this.clientId,
      azp: azp !== undefined && azp !== this.clientId,
      exp: !(exp > now()),
      iat: !(iat <= now() + 60),
      sub: typeof sub !== 'string' || sub === '',
      auth_time: !Number.isInteger(auth_time) || auth_time > now() + 60,
      nonce: claims.nonce !== nonce,
    }).filter(([, isWrong]) => isWrong);
    if (wrong.length > 0) throw unproven(`the ID token is wrong in ${wrong.map(([claim]) => claim)}`);
    return claims;
  }

  async #key(kid) {
    const { keys } = await this.#ask((await this.metadata()).jwks_uri);
    const jwk = keys?.find((key) => key.kid === kid && key.kty === 'EC' && key.crv === 'P-256');
    if (!jwk) throw new Error('the provider has no such key');
    return createPublicKey({ key: jwk, format: 'jwk' });
  }

  // Who it is for an employer. The broker does not say that in the ID token, but where the access token leads.
  async #employee({ sub, identity_type }, accessToken) {
    const { userinfo_endpoint } = await this.metadata();
    const said = await this.#ask(userinfo_endpoint, undefined, `Bearer ${accessToken}`);
    if (said.sub !== sub) throw unproven('userinfo is about somebody else'); // OpenID Connect Core 5.3.2
    const kind = said.identity_type ?? identity_type;
    if (identity_type !== undefined && identity_type !== kind) throw unproven('userinfo contradicts the ID token');
    if (kind !== 'professional') return { isEmployee: false };
    const [person, cvr] = [said['nemlogin.persistent_professional_id'], said['nemlogin.cvr']];
    if (!person || !cvr) throw unproven('userinfo names no employee');
    return { isEmployee: true, person: String(person), company: String(cvr).replace(/^DK/, ''), name: said['nemlogin.name'] ?? null };
  }

  async #ask(address, form, authorization = this.authorization) {
    const post = form && { method: 'POST', body: new URLSearchParams(form) };
    const headers = { accept: 'application/json', authorization };
    try {
      const answer = await fetch(address, { ...post, headers, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
      const body = await answer.json();
      if (answer.ok) return body;
      if (body.error === 'invalid_grant') throw unproven('the provider does not take the code');
      throw unavailable(`the provider answers ${answer.status}`);
    } catch (error) {
      throw error instanceof Problem ? error : unavailable(error.message);
    }
  }
}

const unavailable = (why) => new Problem('provider-unavailable', why);
const unproven = (why) => new Problem('login-not-proven', why);
