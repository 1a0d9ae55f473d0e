// Small enhancements; every page works without them.
(() => {
  "use strict";
  // The theme's script asks for a sitemap beside each link[rel=alternate] once the page is read. Feeds are none of its
  // business: until the page is loaded they carry a blank that hides them from it, then they are as they were.
  for (const feed of document.querySelectorAll("link[rel=alternate][type]")) {
    feed.rel = "alternate ";
    window.addEventListener("load", () => { feed.rel = "alternate"; });
  }
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
