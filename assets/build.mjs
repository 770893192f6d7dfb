// Builds everything under app/static/ and the icon macro: one command, no options.
import { buildScript } from "./build/script.mjs";
import { buildStyle } from "./build/style.mjs";
import { copyFonts } from "./build/fonts.mjs";
import { writeIcons } from "./build/icons.mjs";

await copyFonts();
await writeIcons();
await buildScript();
await buildStyle();
