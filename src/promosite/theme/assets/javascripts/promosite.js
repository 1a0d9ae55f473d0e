// Small enhancements; every page works without them.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-ps-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  // A menu opened by <details> closes on Escape and gives the focus back.
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector(".ps-menu[open]");
    if (event.key === "Escape" && menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  // "/" leads to the search field, or to the search page where the field has no room. WCAG 2.1.4 asks that a key
  // without Ctrl or Alt can be switched off: the search page has the switch, and only "off" is ever kept.
  const slash = {
    key: "ps.slash",
    get off() {
      try {
        return localStorage.getItem(this.key) === "off";
      } catch {
        return false;
      }
    },
    set off(off) {
      try {
        off ? localStorage.setItem(this.key, "off") : localStorage.removeItem(this.key);
      } catch {
        // a browser that keeps nothing: the switch holds for this page
      }
    },
  };
  const typing = (place) => place.closest?.("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    const plain = event.key === "/" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    if (!plain || typing(event.target) || slash.off) return;
    const field = [...document.querySelectorAll("[data-ps-field]")].find((one) => one.offsetParent);
    const link = document.querySelector("[data-ps-find]");
    if (!field && !link) return;
    event.preventDefault();
    field ? field.focus() : link.click();
  });
  const choice = document.querySelector("[data-ps-slash]");
  if (choice) {
    const box = choice.querySelector("input");
    choice.hidden = false;
    box.checked = !slash.off;
    box.addEventListener("change", () => (slash.off = !box.checked));
  }
})();
