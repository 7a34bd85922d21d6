/** What static files need besides: a policy, and a service worker that keeps them for a day without a network. */

import { createHash } from "node:crypto";

import { guarded } from "./policy.js";

/** A page of files may have what it is served with, and papers a style of their own. */
const ALLOWED = [
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "worker-src 'self'",
];

/** The worker: it keeps all files of this build, and forgets those of the one before. */
const worker = (version, files) => `const KEPT = "desk-${version}";
const FILES = ${JSON.stringify(files)};
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((it) => it.addAll(FILES)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("desk-") && name !== KEPT;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((it) => caches.delete(it)))));
});
self.addEventListener("fetch", (event) => {
  const wanted = event.request.mode === "navigate" ? "./" : event.request;
  event.respondWith(caches.match(wanted).then((it) => it ?? fetch(event.request)));
});
`;

export function served() {
  return {
    name: "served",
    enforce: "post",
    generateBundle: { order: "post", handler(_, bundle) {
      const page = bundle["index.html"];
      page.source = guarded(page.source, ...ALLOWED);
      const files = Object.keys(bundle).filter((it) => it !== "index.html").sort();
      const version = createHash("sha256").update(page.source + files.join()).digest("hex").slice(0, 12);
      const source = worker(version, ["./", ...files.map((it) => `./${it}`)]);
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    } },
  };
}
