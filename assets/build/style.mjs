// One stylesheet: the community components that the templates use, and our own parts.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";

const OUT = "app/static/css/app.css";

// Full class names only, in templates and in the Python that writes HTML: nothing is put together from pieces.
const CONTENT = ["app/templates/**/*.html", "app/**/*.py", "assets/js/**/*.js"];

// The server names static files with the first twelve hex digits of their SHA-256 (app/web/assets.py): the same here.
async function versioned(css) {
  const names = new Set([...css.matchAll(/\.\.\/(?:fonts|icons)\/[\w-]+\.(?:woff2|svg)/g)].map((match) => match[0]));
  for (const name of names) {
    const bytes = await readFile(name.replace("..", "app/static"));
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    css = css.replaceAll(name, `${name}?v=${hash}`);
  }
  return css;
}

export async function buildStyle() {
  const bundled = await build({
    entryPoints: ["assets/css/app.css"],
    bundle: true,
    write: false,
    external: ["../fonts/*", "../icons/*"],
    legalComments: "none",
  });
  const [purged] = await new PurgeCSS().purge({
    content: CONTENT,
    css: [{ raw: bundled.outputFiles[0].text }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    variables: false,
  });
  const small = await transform(purged.css, { loader: "css", minify: true });
  await writeFile(OUT, await versioned(small.code));
}
