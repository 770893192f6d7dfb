// Improves what already works without it. Nothing here may be needed to read, propose or decide.
import "./details.js";
import "./keys.js";
import "./textarea.js";
import "./length.js";
import "./drafts.js";
import "./holding.js";
import "./form.js";
import "./copy.js";
import "./in-place.js";
import "./editor.js";
import "./blocks.js";
import "./provenance.js";
import "./presence.js";
import "./picture.js";
