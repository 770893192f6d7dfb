// Fira Sans, latin only: the weights the pages use, with the licence beside them.
import { copyFile, mkdir } from "node:fs/promises";

const SOURCE = "node_modules/@fontsource/fira-sans";
const FACES = { "400-normal": "400", "400-italic": "400-italic", "500-normal": "500", "700-normal": "700" };

export async function copyFonts() {
  await mkdir("app/static/fonts", { recursive: true });
  for (const [face, name] of Object.entries(FACES)) {
    await copyFile(`${SOURCE}/files/fira-sans-latin-${face}.woff2`, `app/static/fonts/fira-sans-${name}.woff2`);
  }
  await copyFile(`${SOURCE}/LICENSE`, "app/static/fonts/LICENSE.txt");
}
