// Bytes and texts. Only one spelling of base64 is taken for some bytes.

export const utf8 = (text) => new TextEncoder().encode(text);

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function base64(text) {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  if (btoa(String.fromCharCode(...bytes)) !== text) throw new Error("base64");
  return bytes;
}

export function base64url(text) {
  if (/[+/=]/.test(text)) throw new Error("base64");
  const plain = text.replace(/-/g, "+").replace(/_/g, "/");
  return base64(plain + "=".repeat((4 - (plain.length % 4)) % 4));
}

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** Whether this browser can check Ed25519 at all. */
export async function canCheck() {
  try {
    await crypto.subtle.generateKey({ name: "Ed25519" }, false, ["sign", "verify"]);
    return true;
  } catch (e) {
    return false;
  }
}

export async function isSigned(publicKey, message, signature) {
  const key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
}
