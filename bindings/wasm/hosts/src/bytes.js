/** A host without files hands over the bytes; here they come from a file all the same. */

import { readFileSync } from "node:fs";
import { Charter, ready } from "joint-meeting/web";

await ready(readFileSync(new URL(import.meta.resolve("joint-meeting/wasm"))));
console.log((await Charter.bundled("nankai-dog-2022")).id);
