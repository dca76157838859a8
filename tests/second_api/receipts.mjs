// Receipts: numbered, signed with ES256, and shown to the authority that they belong to. Anybody can have the keys.

import { createPublicKey, generateKeyPairSync } from 'node:crypto';

import { randomName, sha256, signDocument } from './encoding.mjs';
import { Problem } from './problem.mjs';

export class Receipts {
  #key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  #kid = randomName(8);
  #signed = new Map();

  keys() {
    const { kty, crv, x, y } = createPublicKey(this.#key).export({ format: 'jwk' });
    return { keys: [{ kty, crv, x, y, kid: this.#kid, alg: 'ES256', use: 'sig' }] };
  }

  // The whole receipt, and what of it fits a QR code on paper and is nobody's business who finds the paper.
  sign(receipt) {
    const document = signDocument({ typ: 'nemkonto-receipt+jws', kid: this.#kid }, receipt, this.#key);
    const code = signDocument({ typ: 'nemkonto-code+jws', kid: this.#kid }, this.#short(receipt, document), this.#key);
    this.#signed.set(receipt.number, { authority: receipt.caseworker.authority.cvr, signed: { document, code } });
    return { document, code };
  }

  ofAuthority(number, authority) {
    const found = this.#signed.get(number);
    if (found?.authority !== authority) throw new Problem('receipt-not-found');
    return found.signed;
  }

  #short(receipt, document) {
    const { holder, action } = receipt.change['nem-konto'];
    return {
      no: receipt.number,
      at: receipt.committed_at,
      did: action === 'delete' ? 'delete-nem-konto' : 'assign-nem-konto',
      sch: holder.scheme,
      for: holder.scheme === 'cpr' ? `${holder.number.slice(0, 6)}-****` : inPairs(holder.number),
      ...(action !== 'delete' && { to: masked(action.assign.account) }),
      by: receipt.caseworker.authority.name,
      chk: receipt.check_code,
      sha: sha256(document).toString('base64url'),
    };
  }
}

const inPairs = (number) => number.replace(/..(?!$)/g, '$& ');

// The end of a number is what people compare.
export function masked({ domestic, iban }) {
  if (domestic) return `${domestic.registration_number} ......${domestic.account_number.slice(-4)}`;
  return `${iban.iban.slice(0, 2)}.. ${iban.iban.slice(-4)}`;
}
