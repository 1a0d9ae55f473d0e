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
})();
