/** The bytes of a text into which a file was packed. */

import { brotliDecompressSync } from "node:zlib";

export const unpacked = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(brotliDecompressSync(Buffer.from(text, "base64")));
