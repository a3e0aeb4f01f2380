// Keeps the page and the keys, so that it checks without a network. What is newer wins when there is one.

const KEPT = "verify-1";
const FILES = ["./", "page.js", "words.js", "link.js", "label.js", "proof.js", "bytes.js", "verify.css"];
const KEYS = ["/.well-known/xiangpin-label-keys.json", "/log/key"];

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(
    caches.open(KEPT).then((cache) =>
      Promise.all([...FILES, ...KEYS].map((path) => cache.add(new Request(path, { cache: "reload" })).catch(() => {})))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  const isOurs = url.pathname.startsWith(new URL("./", location).pathname) || KEYS.includes(url.pathname);
  if (!isOurs) return;
  event.respondWith(
    fetch(event.request)
      .then((answer) => {
        if (answer.ok) {
          const copy = answer.clone();
          caches.open(KEPT).then((cache) => cache.put(url.pathname, copy));
        }
        return answer;
      })
      .catch(() => caches.match(url.pathname).then((kept) => kept || Response.error())));
});
