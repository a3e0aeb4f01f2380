// The page: what was typed or opened, what came of it.

import { canCheck } from "./bytes.js";
import { check as checkLabel } from "./label.js";
import { read } from "./link.js";
import { check as checkProof, readKey } from "./proof.js";
import { day, dayOf, has, lang, say, step, weight } from "./words.js";

const $ = (id) => document.getElementById(id);

document.documentElement.lang = lang;
document.querySelectorAll("[data-say]").forEach((e) => (e.textContent = say(e.dataset.say)));
document.title = `${say("title")} · 乡品`;

const get = (path, as) => fetch(path).then((answer) => (answer.ok ? answer[as]() : Promise.reject(new Error(path))));

/** kind: certified, attention or refused, as the look of a state. */
function show(place, kind, sentence, more, facts = [], link = null) {
  const box = $(place);
  box.className = `answer ${kind}`;
  box.replaceChildren();
  const line = (tag, text) => text && box.appendChild(Object.assign(document.createElement(tag), { textContent: text }));
  line("strong", `${{ certified: "✓", attention: "!", refused: "✗" }[kind]} ${sentence}`);
  line("p", more);
  if (facts.length) {
    const list = box.appendChild(document.createElement("dl"));
    for (const [name, value] of facts) {
      const row = list.appendChild(document.createElement("div"));
      row.appendChild(Object.assign(document.createElement("dt"), { textContent: name }));
      row.appendChild(Object.assign(document.createElement("dd"), { textContent: value }));
    }
  }
  if (link) box.appendChild(Object.assign(document.createElement("a"), { href: link, textContent: say("open") }));
  box.hidden = false;
  box.scrollIntoView({ block: "nearest" });
}

async function label(text) {
  let link;
  try {
    link = read(text);
  } catch (e) {
    show("label-answer", "attention", say("link"), say("linkMore"));
    return;
  }
  const scanPage = link.host === location.host ? new URL(text.trim()).pathname : null;
  let outcome;
  try {
    outcome = await checkLabel(link, await get("/.well-known/xiangpin-label-keys.json", "json"), Date.now());
  } catch (e) {
    outcome = "unknown-key";
  }
  const kind = { valid: "certified", unsigned: "attention", "unknown-key": "attention", late: "attention" }[outcome] || "refused";
  const more = { valid: "validMore", wrong: "wrong-more" }[outcome] || (has(`${outcome}More`) ? `${outcome}More` : "keyMore");
  const facts = link.lot ? [[say("lot"), link.lot]] : [];
  show("label-answer", kind, say(outcome, link.host), say(more), facts, scanPage);
}

async function proof(text) {
  let found;
  try {
    found = await checkProof(text, readKey(await get("/log/key", "text")));
  } catch (e) {
    show("proof-answer", "refused", say("notProved"), say("notProvedMore"));
    return;
  }
  const { entry, index, size, witnesses } = found;
  const number = (n) => n.toLocaleString("en-US");
  const more = say("provedMore", number(index + 1), number(size)) + (witnesses.length ? " " + say("seen", witnesses.join("、")) : "");
  const facts = [
    [say("step"), step(entry.type)],
    [say("when"), dayOf(entry.happened)],
    [say("lot"), entry.lot],
    [say("weight"), weight(entry.grams)],
  ];
  if (entry.certification) {
    facts.push([say("number"), entry.certification.number], [say("until"), day(entry.certification.validUntil)]);
  }
  show("proof-answer", "certified", say("proved"), more, facts, `/01/${entry.gtin}/10/${entry.lot}`);
}

$("label-form").addEventListener("submit", (event) => {
  event.preventDefault();
  label($("link").value);
});
$("proof-file").addEventListener("change", async (event) => {
  const file = event.target.files[0];
  if (file) await proof(file.size > 1_000_000 ? "" : await file.text());
  event.target.value = "";
});

// what the scan page hands over stands behind the # and never leaves the device
async function handedOver() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (given.get("link")) {
    $("link").value = given.get("link");
    await label(given.get("link"));
  }
  if (/^\d+$/.test(given.get("proof") || "")) {
    await get(`/log/proof/${given.get("proof")}`, "text").then(proof, () =>
      show("proof-answer", "attention", say("away"), say("awayMore")));
  }
}

// each opening with a network renews the keys that are kept for a time without one
await Promise.allSettled([get("/.well-known/xiangpin-label-keys.json", "text"), get("/log/key", "text")]);
if (!window.isSecureContext || !(await canCheck())) {
  $("old").hidden = false;
} else {
  await handedOver();
}
document.documentElement.dataset.ready = "true";
navigator.serviceWorker?.register("sw.js", { scope: "./" }).catch(() => {});
