// Browsers that cannot show a closed <details> from CSS get it opened where there is room beside the text.
const wide = window.matchMedia("(min-width: 60rem)");

if (wide.matches && !CSS.supports("selector(::details-content)")) {
  for (const part of document.querySelectorAll(".side-part__details")) part.open = true;
}
