// SPDX-License-Identifier: Apache-2.0
// Builds the page of a report into one HTML file, with script and style inside it.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { OutputAsset, OutputChunk, Plugin } from "rollup";
import { defineConfig } from "vite";

/** Moves the only script and the only style into the page. `</script` cannot stand in either. */
function inlined(): Plugin {
  return {
    name: "inlined",
    enforce: "post",
    generateBundle(_, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName.endsWith(".html")) as OutputAsset;
      const script = files.find((file) => file.type === "chunk") as OutputChunk;
      const style = files.find((file) => file.fileName.endsWith(".css")) as OutputAsset;
      const code = script.code.replaceAll("</script", "<\\/script");
      page.source = String(page.source)
        .replace(/<script type="module"[^>]*><\/script>/, "")
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${String(style.source)}</style>`)
        .replace("</body>", () => `<script type="module">${code}</script>\n</body>`);
      delete bundle[script.fileName];
      delete bundle[style.fileName];
    },
  } as Plugin;
}

export default defineConfig({
  plugins: [svelte(), inlined()],
  build: {
    outDir: process.env["NEMAWASHI_WEB_OUT"] ?? "../build/web/dist",
    emptyOutDir: true,
    assetsInlineLimit: 10_000_000,
    cssCodeSplit: false,
    modulePreload: false,
    target: "es2022",
    chunkSizeWarningLimit: 2000,
    rollupOptions: { output: { inlineDynamicImports: true } },
  },
});
