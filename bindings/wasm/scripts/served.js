/** Files of folders over HTTP, for a browser. What a page of the tests asks for and is not there is a 404. */

import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, normalize } from "node:path";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".html": "text/html" };

/** Serves the file that `find` gives for a path, with headers of its own: where it is served, and how that is ended. */
export async function served(find, headers = {}) {
  const server = createServer((request, response) => {
    const file = find(normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)));
    if (!existsSync(file) || statSync(file).isDirectory()) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain", ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}
