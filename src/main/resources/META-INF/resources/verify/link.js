// What a label's signature states, rebuilt from its link alone: the same text as the library's
// LabelStatement makes. Anything that is not a link with a GTIN is refused.

const PART = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

function plain(text) {
  try {
    return decodeURIComponent(text);
  } catch (e) {
    throw new Error("link");
  }
}

function value(text) {
  const read = plain(text);
  if (!PART.test(read)) throw new Error("link");
  return read;
}

/** {gtin, lot, serial, attributes, signature, host} of a link, or an Error. */
export function read(text) {
  const found = /^(https?):\/\/([^/?#\s]+)([^?#\s]*)(?:\?([^#\s]*))?(?:#.*)?$/i.exec(text.trim());
  if (!found) throw new Error("link");
  const path = /\/01\/(\d{14})(?:\/10\/([^/]+))?(?:\/21\/([^/]+))?\/?$/.exec(found[3]);
  if (!path || !rightCheckDigit(path[1])) throw new Error("link");
  const scheme = found[1].toLowerCase();
  let host = found[2].toLowerCase();
  const port = scheme === "https" ? ":443" : ":80";
  if (host.endsWith(port)) host = host.slice(0, -port.length);
  const attributes = new Map();
  let signature = null;
  for (const pair of (found[4] || "").split(/[&;]/)) {
    const at = pair.indexOf("=");
    if (at < 0) continue;
    const key = plain(pair.slice(0, at));
    const raw = pair.slice(at + 1);
    if (/^\d+$/.test(key)) attributes.set(key, plain(raw.replace(/\+/g, " ")));
    else if (key === "s" && signature === null) signature = plain(raw);
  }
  return {
    host,
    gtin: path[1],
    lot: path[2] ? value(path[2]) : "",
    serial: path[3] ? value(path[3]) : "",
    attributes,
    signature,
  };
}

/** The check digit of GS1: weights 3 and 1 from the right. */
export function rightCheckDigit(digits) {
  let sum = 0;
  for (let i = 0; i < 13; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10 === Number(digits[13]);
}

/** The text that the key signed. */
export function statement(link, keyId) {
  const attributes = [...link.attributes.keys()].sort().map((ai) => `${ai}=${link.attributes.get(ai)}`);
  return `xp1|${link.host}|${keyId}|${link.gtin}|${link.lot}|${link.serial}|${attributes.join("|")}`;
}
