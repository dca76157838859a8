// What a form says, or which of its fields are refused. A domestic account, or an IBAN of a few countries; what is not known here is
// refused and not guessed.

import { Problem } from './problem.mjs';

const IBAN_LENGTH = { DE: 22, FI: 18, LT: 20, NO: 15, SE: 24 };
const FIELDS = {
  domestic: ['registration-number', 'account-number'],
  iban: ['bic', 'iban'],
};
// Fields that the contract knows and this API does not: a day to begin with, and what is known of a foreign bank.
const UNKNOWN = { domestic: ['valid-from'], iban: ['bank-name', 'bank-street', 'bank-city', 'currency', 'valid-from'] };

const compact = (typed) => (typed ?? '').normalize('NFKC').replace(/[\s.\-\u2010-\u2015\u2212]/g, '').toUpperCase();

// ISO 13616: the country and the check digits go to the end, letters become numbers, and the rest of a division by 97 is 1.
function isIban(text) {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(text) || text.length !== IBAN_LENGTH[text.slice(0, 2)]) return false;
  const number = [...(text.slice(4) + text.slice(0, 4))].map((sign) => parseInt(sign, 36)).join('');
  return BigInt(number) % 97n === 1n;
}

const READ = {
  'registration-number': (typed) => /^\d{4}$/.test(typed) && typed,
  'account-number': (typed) => /^\d{1,10}$/.test(typed) && Number(typed) > 0 && typed.padStart(10, '0'),
  bic: (typed) => /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(typed) && typed,
  iban: (typed) => isIban(typed) && typed,
};

// The action on a NemKonto that a draft asks for.
export function readForm({ kind, values }) {
  if (kind === 'delete-nem-konto') return 'delete';
  // A form that nobody has chosen a kind of account in is that of a domestic one.
  const type = values['account-type'] || 'domestic';
  if (!FIELDS[type]) refuse(['account-type']);
  const account = Object.fromEntries(FIELDS[type].map((field) => [field, READ[field](compact(values[field]))]));
  const refused = FIELDS[type].filter((field) => !account[field]);
  if (type === 'iban' && refused.length === 0 && account.bic.slice(4, 6) !== account.iban.slice(0, 2)) refused.push('iban');
  refused.push(...UNKNOWN[type].filter((field) => values[field]?.trim()));
  if (refused.length > 0) refuse(refused);
  const named = Object.entries(account).map(([field, value]) => [field.replace('-', '_'), value]);
  return { assign: { account: { [type]: Object.fromEntries(named) } } };
}

function refuse(fields) {
  const errors = fields.map((field) => ({ pointer: `/draft/values/${field}`, field, error: 'not-accepted' }));
  throw new Problem('fields-refused', `refused: ${fields}`, { errors });
}
