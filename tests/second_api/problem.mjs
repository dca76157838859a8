// A refusal: a problem document (RFC 9457). What the types mean stands in openapi.json.

import { randomName } from './encoding.mjs';

const STATUS = {
  'bad-request': 400,
  'not-logged-in': 401,
  'session-differs': 409,
  'foreign-origin': 403,
  'no-right': 403,
  'not-found': 404,
  'holder-not-found': 404,
  'receipt-not-found': 404,
  'fields-refused': 422,
  'nothing-to-delete': 409,
  'nothing-changes': 409,
  'unit-not-assigned': 403,
  'accounts-changed': 409,
  'change-mismatch': 409,
  'change-withdrawn': 409,
  'seal-broken': 400,
  'change-expired': 410,
  'provider-unavailable': 502,
  'login-not-proven': 403,
  'login-unknown': 403,
  'login-not-fresh': 403,
  'assurance-too-low': 403,
  'private-identity': 403,
  'other-person': 403,
  'other-company': 403,
  'not-a-caseworker': 403,
  'too-many-attempts': 429,
  internal: 500,
};

export class Problem extends Error {
  // `why` is for the log, and has no number and no name of anybody. `more` is part of the document.
  constructor(type, why = type, more = {}) {
    super(why);
    Object.assign(this, { type, more });
    this.status = STATUS[type];
    const title = type[0].toUpperCase() + type.slice(1).replaceAll('-', ' ');
    this.document = { type: `urn:nemkonto:problem:${type}`, title, status: this.status, instance: randomName(), ...more };
  }
}
