// Small enhancements; every page works without them.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-ps-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  // The same page in another language answers the same question, and shows the same part of it.
  for (const link of document.querySelectorAll("[data-ps-carry]")) {
    const carry = () => {
      link.search = location.search;
      link.hash = location.hash;
    };
    for (const moment of ["pointerenter", "focus", "click"]) link.addEventListener(moment, carry);
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
