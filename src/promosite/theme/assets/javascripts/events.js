// A page stays as it was built. By the visitor's day in Viet Nam it marks events that have ended since.
(() => {
  "use strict";
  const hours = 7; // Viet Nam is ahead of UTC by as much all year.
  const today = new Date(Date.now() + hours * 3600000).toISOString().slice(0, 10);
  for (const mark of document.querySelectorAll("[data-ps-last-day]")) {
    const over = mark.dataset.psLastDay < today;
    mark.hidden = !over;
    mark.closest(".ps-card")?.classList.toggle("ps-card--over", over);
  }
})();
