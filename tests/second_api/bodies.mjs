// What bodies must look like, as openapi.json has them. Members that nobody knows are left alone.

const text = (value) => typeof value === 'string';
const count = (value) => Number.isSafeInteger(value) && value >= 0;
const optional = (is) => (value) => value == null || is(value);
const oneOf = (...values) => (value) => values.includes(value);
const object = (members) => (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.entries(members).every(([name, is]) => is(value[name]));
const map = (isName, isValue) => (value) =>
  object({})(value) && Object.entries(value).every(([name, member]) => isName(name) && isValue(member));

export const nothing = (value) => object({})(value) && Object.keys(value).length === 0;

export const lookup = object({ number: text, scheme: optional(oneOf('cpr', 'cvr', 'se', 'p')) });

export const callback = object({ code: text, state: text, iss: optional(text) });

export const confirm = object({ sealed: text, callback });

export const reopen = object({ sealed: text });

export const switchUnit = object({ unit: text });

const words = (list) => oneOf(...list.trim().split(/\s+/));

const kind = words(`
  assign-nem-konto delete-nem-konto
  create-specific replace-specific delete-specific lock-specific unlock-specific
  create-benefit-type edit-benefit-type delete-benefit-type
`);

const field = words(`
  benefit-type authority account-type registration-number account-number country bank-code foreign-account bic iban different-countries
  bank-name bank-street bank-city currency slip payment-id creditor valid-from locked code name type-locked payee-reason payee-note
`);

export const prepare = object({
  holder: optional(text),
  version: count,
  draft: object({ kind, values: map(field, text) }),
  acknowledges: optional(text),
});
