/** Puts everything that was built into one HTML file: scripts, styles, and the engine, packed. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { guarded } from "./policy.js";

const bytesOf = (name) => readFileSync(fileURLToPath(import.meta.resolve(`joint-meeting/${name}`)));

/** The files of the engine, by the names under which the page finds them: the first, and each of its parts once. */
const files = () => ["wasm", ...new Set(Object.values(JSON.parse(bytesOf("parts.json"))).flat())];

const packed = (file) => {
  const bytes = bytesOf(file === "wasm" ? file : `parts/${file}`);
  return `<script type="application/gzip" id="engine-${file}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;
};

const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export function onePage() {
  return {
    name: "one-page",
    enforce: "post",
    generateBundle: { order: "post", handler(_, bundle) {
      const page = bundle["index.html"];
      const chunks = Object.values(bundle).filter((it) => it.type === "chunk");
      const styles = Object.values(bundle).filter((it) => it.fileName.endsWith(".css"));
      if (chunks.length !== 1) this.error(`one script is wanted, and there are ${chunks.length}`);
      const code = `\n${chunks[0].code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--")}`;
      const body = `${files().map(packed).join("\n")}\n<script type="module">${code}</script>`;
      // The one script is known by its digest. A paper that is looked at has a style of its own.
      page.source = guarded(page.source, `script-src ${digest(code)} 'wasm-unsafe-eval'`, "style-src 'unsafe-inline'")
        .replace(/\s*<script[^>]*src="[^"]*"[^>]*><\/script>/, "")
        .replace(/\s*<link rel="stylesheet"[^>]*>/, () => `<style>${styles.map((it) => it.source).join("")}</style>`)
        .replace("</body>", () => `${body}\n</body>`);
      page.fileName = "desk.html";
      for (const name of Object.keys(bundle)) if (name !== "index.html") delete bundle[name];
    } },
  };
}
