// SPDX-License-Identifier: Apache-2.0
// Tests of views, words, state and lookups, on answers that the engine gives to a small case.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  test: { include: ["test/**/*.test.ts"], globalSetup: ["test/answers.ts"], environment: "node" },
});
