// One stylesheet: the community components that the templates use, and our own parts whole.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";

const OUT = "app/static/css/app.css";

// Full class names only, in templates and in the Python that writes HTML: nothing is put together from pieces.
const CONTENT = ["app/templates/**/*.html", "app/**/*.py"];

const onlyUsedComponents = {
  name: "only-used-components",
  setup(bundler) {
    bundler.onLoad({ filter: /components-css[\\/]dist[\\/]index\.css$/ }, async ({ path }) => {
      const [purged] = await new PurgeCSS().purge({
        content: CONTENT,
        css: [{ raw: await readFile(path, "utf8") }],
        defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
      });
      return { contents: purged.css, loader: "css" };
    });
  },
};

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
    minify: true,
    write: false,
    external: ["../fonts/*", "../icons/*"],
    legalComments: "none",
    plugins: [onlyUsedComponents],
  });
  await mkdir("app/static/css", { recursive: true });
  await writeFile(OUT, await versioned(bundled.outputFiles[0].text));
}
