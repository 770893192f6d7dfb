// The icons: a Jinja macro with the paths (inline, so they take the colour of the text),
// and a few files for use as a CSS mask in rendered text.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";

const SOURCE = "node_modules/@tabler/icons/icons/outline";
const MASKS = [
  "alert-circle", "alert-triangle", "bulb", "check", "chevron-down", "clipboard-text", "external-link", "help-circle",
  "info-circle", "pencil", "quote", "bouwsteen",
];

const MACRO = `{# Made by "npm run build" from assets/icons.json. Tabler Icons, MIT: see app/static/LICENSES.md.
   Without a label the icon is hidden from assistive technology: a word stands beside it. #}
{% set ICON = {
ROWS
} %}

{% macro icon(name, label=None) -%}
<svg class="icon" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" focusable="false"
{%- if label %} role="img" aria-label="{{ label }}"{% else %} aria-hidden="true"{% endif %}>{{ ICON[name]|safe }}</svg>
{%- endmacro %}
`;

async function pathsOf(file) {
  const svg = await readFile(`${SOURCE}/${file}.svg`, "utf8");
  const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map((match) => match[1]);
  return paths.map((d) => `<path d="${d}"/>`).join("");
}

export async function writeIcons() {
  const names = JSON.parse(await readFile("assets/icons.json", "utf8"));
  const rows = [];
  await rm("app/static/icons", { recursive: true, force: true });
  await mkdir("app/static/icons", { recursive: true });
  for (const [name, file] of Object.entries(names)) {
    const paths = await pathsOf(file);
    rows.push(`  "${name}": '${paths}',`);
    if (MASKS.includes(name)) {
      const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">';
      await writeFile(`app/static/icons/${name}.svg`, `${open}${paths}</svg>\n`);
    }
  }
  await writeFile("app/templates/components/icon.html", MACRO.replace("ROWS", rows.join("\n")));
}
