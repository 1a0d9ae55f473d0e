// How a certificate stands today: a page may be older than the day on which it is read.
// The script says nothing of its own; every word it sets stands in a data attribute of the page.

const DAY = 86400000;
const VIETNAM = 7 * 3600000; // UTC+7 all year, no summer time

// The day in Viet Nam, as YYYY-MM-DD; never before `built`, for a clock that runs behind the build is wrong.
export function dayInVietnam(built) {
  const day = new Date(Date.now() + VIETNAM).toISOString().slice(0, 10);
  return day > built ? day : built;
}

// `valid`, `ending` in the last `endingDays` days, or `ended`; the last day still counts.
export function stateOn(day, until, endingDays) {
  const left = (Date.parse(until) - Date.parse(day)) / DAY;
  return left < 0 ? "ended" : left <= endingDays ? "ending" : "valid";
}

function refresh(clock) {
  const { built, from, until, endingDays } = clock.dataset;
  const day = dayInVietnam(built);
  const state = stateOn(day, until, Number(endingDays));
  clock.dataset.state = state;
  for (const place of clock.querySelectorAll("[data-ps-state]")) place.textContent = clock.dataset[state];
  for (const place of clock.querySelectorAll("[data-ps-as-of]")) {
    if (day > built) place.textContent = clock.dataset.asOfNow;
  }
  for (const bar of clock.querySelectorAll("[data-ps-bar]")) {
    const share = (Date.parse(day) - Date.parse(from)) / (Date.parse(until) - Date.parse(from));
    const now = Math.round(Number(bar.dataset.psBar) * Math.min(1, Math.max(0, share)));
    bar.querySelector("[data-ps-past]").setAttribute("width", now);
    bar.querySelector("[data-ps-now]").setAttribute("transform", `translate(${now})`);
  }
}

// Marks on cards carry their last day in words; only their look changes.
export function refreshCertificates(root = document) {
  for (const clock of root.querySelectorAll("[data-ps-clock]")) refresh(clock);
  for (const mark of root.querySelectorAll("[data-ps-until]")) {
    if (mark.dataset.psUntil < dayInVietnam("")) mark.dataset.state = "ended";
  }
}

refreshCertificates();
