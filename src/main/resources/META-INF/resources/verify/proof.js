// Checks a c2sp.org/tlog-proof@v1: the entry is in the tree (RFC 6962), and the log signed the tree.

import { base64, concat, isSigned, same, sha256, utf8 } from "./bytes.js";

const HEAD = "c2sp.org/tlog-proof@v1\n";
const LOG_KEY = 1;

/** name+id+base64, as C2SP signed-note writes a key. */
export function readKey(text) {
  const [name, id, ...rest] = text.trim().split("+");
  const bytes = base64(rest.join("+"));
  if (bytes.length !== 33 || bytes[0] !== LOG_KEY) throw new Error("key");
  return { name, id: parseInt(id, 16), key: bytes.slice(1) };
}

function read(text) {
  if (!text.startsWith(HEAD)) throw new Error("proof");
  const blank = text.indexOf("\n\n");
  if (blank < 0) throw new Error("proof");
  const lines = text.slice(HEAD.length, blank).split("\n");
  const extra = lines[0].startsWith("extra ") ? base64(lines.shift().slice(6)) : null;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() || "");
  if (!index || !extra) throw new Error("proof");
  return { entry: extra, index: Number(index[1]), hashes: lines.map(base64), note: text.slice(blank + 2) };
}

function readNote(note) {
  const end = note.lastIndexOf("\n\n");
  if (end < 0) throw new Error("note");
  const text = note.slice(0, end + 1);
  const [origin, size, root] = text.split("\n");
  if (!/^(0|[1-9]\d{0,15})$/.test(size)) throw new Error("note");
  const signatures = note
    .slice(end + 2)
    .split("\n")
    .filter((line) => line.startsWith("\u2014 "))
    .map((line) => {
      const [, name, bytes] = line.split(" ");
      const all = base64(bytes);
      return { name, id: new DataView(all.buffer).getUint32(0), signature: all.slice(4) };
    });
  return { text, origin, size: Number(size), root: base64(root), signatures };
}

const node = (left, right) => sha256(concat(Uint8Array.of(1), left, right));

/** RFC 9162 §2.1.3.2. Numbers stay below 2^53, so divisions stand for shifts. */
async function rootOf(entry, index, size, hashes) {
  if (index >= size) throw new Error("index");
  let at = index;
  let last = size - 1;
  let hash = await sha256(concat(Uint8Array.of(0), entry));
  for (const sibling of hashes) {
    if (last === 0) throw new Error("path");
    if (at % 2 === 1 || at === last) {
      hash = await node(sibling, hash);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await node(hash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  if (last !== 0) throw new Error("path");
  return hash;
}

/** The entry and where it stands, when all of it is proved; else an Error. */
export async function check(text, key) {
  const proof = read(text);
  const note = readNote(proof.note);
  if (note.origin !== key.name) throw new Error("origin");
  const own = note.signatures.find((s) => s.name === key.name && s.id === key.id);
  if (!own || !(await isSigned(key.key, utf8(note.text), own.signature))) throw new Error("signature");
  if (!same(await rootOf(proof.entry, proof.index, note.size, proof.hashes), note.root)) {
    throw new Error("root");
  }
  return {
    entry: JSON.parse(new TextDecoder().decode(proof.entry)),
    index: proof.index,
    size: note.size,
    witnesses: note.signatures.filter((s) => s !== own).map((s) => s.name),
  };
}
