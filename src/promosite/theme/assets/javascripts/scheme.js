// Light or dark: what the reader chose here, else what the reader's system says. Runs before the first paint.
(() => {
  "use strict";
  const root = document.documentElement;
  const key = `${new URL("../../", document.currentScript.src).pathname}.scheme`;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const kept = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage may be forbidden; then the system's choice holds
    }
  };
  const show = () => {
    root.dataset.mdColorScheme = kept() ?? (system.matches ? "slate" : "default");
    for (const button of document.querySelectorAll("[data-ps-scheme]")) {
      button.hidden = false;
      const name = root.dataset.mdColorScheme === "slate" ? button.dataset.light : button.dataset.dark;
      button.title = name;
      button.setAttribute("aria-label", name);
    }
  };
  root.classList.replace("no-js", "js");
  show();
  system.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-ps-scheme]")) return;
    try {
      localStorage.setItem(key, root.dataset.mdColorScheme === "slate" ? "default" : "slate");
    } catch {
      root.dataset.mdColorScheme = root.dataset.mdColorScheme === "slate" ? "default" : "slate";
      return;
    }
    show();
  });
})();
