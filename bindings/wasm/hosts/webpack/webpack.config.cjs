const { resolve } = require("node:path");

const output = (name) => ({ path: resolve(__dirname, "dist", name), filename: "main.js" });
module.exports = [
  { mode: "production", entry: "./webpack/page.js", output: output("page"), performance: { hints: false } },
  {
    mode: "production",
    target: "node20",
    entry: "./src/esm.js",
    output: { ...output("node"), filename: "main.cjs" },
    performance: { hints: false },
  },
];
