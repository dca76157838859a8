// Whom the API knows: caseworkers, account holders and their accounts. An agency has registers for it; here it is a file and memory.

import { readFileSync } from 'node:fs';

import { randomName } from './encoding.mjs';
import { Problem } from './problem.mjs';

const DAYS_TO_ACTIVATE = 60;

export class Registers {
  constructor(file) {
    const { contact, authorities, caseworkers, holders } = JSON.parse(readFileSync(file, 'utf8'));
    Object.assign(this, { contact, authorities, caseworkers });
    this.holders = holders.map((holder) => ({ ...holder, handle: randomName(), version: 1, history: [] }));
  }

  authority(cvr) {
    return { name: this.authorities[cvr], cvr };
  }

  // The caseworker that a login names, for its employer. A protected name is one that the login does not give.
  caseworker({ person, company, name }) {
    const found = this.caseworkers.find((one) => one.person === person && one.authority === company);
    if (!found) throw new Problem('not-a-caseworker');
    return { name, authority: this.authority(company), unit: found.unit, rights: found.rights };
  }

  // Eight digits without a scheme would be a CVR or an SE number; there are no SE numbers here.
  find({ scheme, number }) {
    const compact = number.replace(/[\s.\-]/g, '').replace(/^DK(?=\d{8}$)/, '');
    if (!/^\d{8}$|^\d{10}$/.test(compact)) throw new Problem('bad-request', 'not the number of an account holder');
    const kind = scheme ?? 'cvr';
    const found = this.holders.find(({ holder }) => holder.scheme === kind && holder.number === compact);
    if (!found) throw new Problem('holder-not-found');
    return found;
  }

  byHandle(handle) {
    const found = this.holders.find((holder) => holder.handle === handle);
    if (!found) throw new Problem('holder-not-found');
    return found;
  }

  // The holder's accounts as the contract shows them.
  overview({ handle, version, holder, name, status, nemkonto, pending }) {
    return { handle, version, holder, name, status, nemkonto, pending, specific_accounts: [] };
  }

  // What was done, the newest first. By whom exactly, and with which receipt, only the same authority is told.
  history({ history }, { authority }) {
    const told = ({ caseworker, receipt, ...entry }) => entry;
    return { entries: history.map((done) => (done.authority.cvr === authority.cvr ? done.entry : told(done.entry))) };
  }

  // Does what was confirmed. A new account waits until its holder has used the code of a letter.
  carryOut(holder, { change, names, caseworker, committed_at: at, number: receipt }) {
    const { action } = change['nem-konto'];
    const { authority, name } = caseworker;
    holder.version += 1;
    holder.history.unshift({ authority, entry: { at, event: { changed: { change } }, names, by: authority.name, caseworker: name, receipt } });
    if (action === 'delete') {
      holder.nemkonto = undefined;
      return;
    }
    const day = (ahead) => new Date((at + ahead * 86_400) * 1000).toISOString().slice(0, 10);
    holder.pending = {
      account: action.assign.account,
      registration: { by: authority.name, at },
      letter_date: day(0),
      activate_by: day(DAYS_TO_ACTIVATE),
      is_expired: false,
    };
  }
}
