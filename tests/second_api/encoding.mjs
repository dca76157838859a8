// Signed documents (JWS, RFC 7515), sealed ones (JWE, RFC 7516), and base64url as both are written in.

import { createCipheriv, createDecipheriv, createHash, randomBytes, sign, verify } from 'node:crypto';

export const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// A name that nobody can guess.
export const randomName = (bytes = 16) => randomBytes(bytes).toString('base64url');

const json = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

// Node reads more than base64url, and reads some texts alike. A document that was altered must not be taken for the one that it was.
function decoded(part) {
  const bytes = Buffer.from(part ?? '', 'base64url');
  if (bytes.toString('base64url') !== part) throw new Error('not base64url');
  return bytes;
}

const parsed = (part) => JSON.parse(decoded(part).toString('utf8'));

// ---- Signed with ES256 ----------------------------------------------------------------------------------------------

const es256 = (key) => ({ key, dsaEncoding: 'ieee-p1363' });

export function signDocument(header, payload, key) {
  const input = `${json({ alg: 'ES256', ...header })}.${json(payload)}`;
  return `${input}.${sign('sha256', Buffer.from(input), es256(key)).toString('base64url')}`;
}

// The payload of a document that was signed with the key that `keyOf(header)` finds. Only ES256, whatever the header says.
export async function readSigned(text, keyOf) {
  const [header, payload, signature, ...more] = String(text).split('.');
  const said = parsed(header);
  if (more.length > 0 || said.alg !== 'ES256' || 'crit' in said) throw new Error('not signed with ES256');
  const key = await keyOf(said);
  if (!verify('sha256', Buffer.from(`${header}.${payload}`), es256(key), decoded(signature))) throw new Error('wrong signature');
  return parsed(payload);
}

// ---- Sealed with a key of our own: direct encryption with A256GCM ---------------------------------------------------

const algorithm = { alg: 'dir', enc: 'A256GCM' };

// The type says what was sealed, so that nothing can be handed in where something else belongs.
export function seal(key, typ, value) {
  const [header, iv] = [json({ ...algorithm, typ }), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(header));
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return [header, '', ...[iv, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

// What was sealed with this key as this type; nothing if it was not.
export function unseal(key, typ, sealed) {
  try {
    const [header, wrapped, iv, text, tag, ...more] = sealed.split('.');
    if (header !== json({ ...algorithm, typ }) || wrapped !== '' || more.length > 0) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', key, decoded(iv), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(header)).setAuthTag(decoded(tag));
    return JSON.parse(decipher.update(decoded(text), undefined, 'utf8') + decipher.final('utf8'));
  } catch {
    return undefined;
  }
}
