/** Builds the desk twice: static files with a service worker and, in the mode `one`, one HTML file that opens from a folder. */

import { defineConfig } from "vite";

import { onePage } from "./build/one-page.js";
import { sample } from "./build/sample.js";
import { served } from "./build/served.js";
import { shapes } from "./build/shapes.js";

export default defineConfig(({ command, mode }) => {
  const one = mode === "one";
  return {
    base: "./",
    plugins: [shapes(), sample(), ...(command === "build" ? [one ? onePage() : served()] : [])],
    build: {
      target: "es2022",
      outDir: one ? "dist/one" : "dist/served",
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: 4000,
      ...(one && { cssCodeSplit: false, rolldownOptions: { output: { codeSplitting: false } } }),
    },
  };
});
