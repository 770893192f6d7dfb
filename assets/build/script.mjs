// One small module script; everything in it only improves what already works without it.
import { build } from "esbuild";

export async function buildScript() {
  await build({
    entryPoints: ["assets/js/app.js"],
    outfile: "app/static/js/app.js",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
  });
}
