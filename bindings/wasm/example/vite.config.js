/** Builds one HTML file with everything in it: it opens from a folder, without a server. */

import { defineConfig } from "vite";

/** Puts scripts and styles into the page: a page from a folder may not fetch them. */
const onePage = {
  name: "one-page",
  enforce: "post",
  generateBundle(_, bundle) {
    const page = bundle["index.html"];
    for (const [name, it] of Object.entries(bundle)) {
      const script = new RegExp(`<script[^>]*src="./${name}"[^>]*></script>`);
      const style = new RegExp(`<link[^>]*href="./${name}"[^>]*>`);
      if (script.test(page.source)) {
        const code = it.code.replaceAll("</script", "<\\/script");
        page.source = page.source.replace(script, () => `<script type="module">${code}</script>`);
      } else if (style.test(page.source)) {
        page.source = page.source.replace(style, () => `<style>${it.source}</style>`);
      } else continue;
      delete bundle[name];
    }
  },
};

export default defineConfig(({ command }) => ({
  base: "./",
  plugins: command === "build" ? [onePage] : [],
  build: { target: "es2022", assetsInlineLimit: 8_000_000, modulePreload: false, emptyOutDir: true },
}));
