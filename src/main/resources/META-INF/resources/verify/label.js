// Checks a label's signature with the issuer's key set, offline.

import { base64url, isSigned, utf8 } from "./bytes.js";
import { statement } from "./link.js";

/** "valid", "unsigned", "wrong", "unknown-key", "early", "late" or "revoked". */
export async function check(link, keySet, now) {
  if (!link.signature) return "unsigned";
  const [id, text, more] = link.signature.split(".");
  if (!/^[A-Za-z0-9]{1,2}$/.test(id) || text === undefined || more !== undefined) return "wrong";
  const key = keySet.keys.find((k) => k.id === id);
  if (!key) return "unknown-key";
  let signature;
  try {
    signature = base64url(text);
  } catch (e) {
    return "wrong";
  }
  if (!(await isSigned(base64url(key.publicKey), utf8(statement(link, id)), signature))) return "wrong";
  if (key.revokedAt && now >= Date.parse(key.revokedAt)) return "revoked";
  if (now < Date.parse(key.validFrom)) return "early";
  if (key.validTo && now >= Date.parse(key.validTo)) return "late";
  return "valid";
}
