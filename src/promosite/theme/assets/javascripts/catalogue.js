// Filters of the product listing. The address carries them (?stars=3&place=x); the cards come from the listing's pages.
import { dayInVietnam, refreshCertificates, stateOn } from "./certificate.js";

const form = document.querySelector("[data-ps-filters]");
const panel = form.querySelector("details");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const facets = [...new Set(boxes.map((box) => box.name))];
const part = (name) => document.querySelector(`[data-ps-${name}]`);
const [all, found, none, more, status, total] = ["all", "found", "none", "more", "status", "total"].map(part);
const clears = [...document.querySelectorAll("[data-ps-clear]")];
const numbers = new Intl.NumberFormat(document.documentElement.lang);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => numbers.format(values[name]));

// ---- The index: for each product, in the order of the listing, its values ----

let index = null;
const loaded = () => (index ??= load());

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function load() {
  const first = await json(form.dataset.index);
  const { built, ending_days: endingDays, size } = first;
  const later = Array.from({ length: first.parts - 1 }, (_, place) => json(form.dataset.index.replace(/\.json$/, `-${place + 2}.json`)));
  const parts = [first, ...(await Promise.all(later))];
  const slugs = parts.flatMap((part) => part.slugs);
  const values = (name) => parts.flatMap((part) => part.values[name]);
  const day = dayInVietnam(built);
  const isDay = /^\d{4}-\d\d-\d\d$/;
  const column = (name) => values(name).map((one) => new Set([].concat(one)));
  const columns = Object.fromEntries(facets.map((name) => [name, column(name)]));
  columns.certificate = values("certificate").map((one) => new Set([isDay.test(one) ? stateOn(day, one, endingDays) : one]));
  return { size, slugs, columns };
}

// ---- What is chosen, in the boxes and in the address ----

const chosen = () => facets.map((name) => [name, boxes.filter((box) => box.name === name && box.checked).map((box) => box.value)]);

function readAddress() {
  const wanted = new URLSearchParams(location.search);
  for (const box of boxes) box.checked = wanted.getAll(box.name).includes(box.value);
}

function writeAddress() {
  const address = new URL(location.href);
  for (const name of facets) address.searchParams.delete(name);
  for (const [name, values] of chosen()) for (const value of values) address.searchParams.append(name, value);
  history.replaceState(history.state, "", address);
}

// ---- Matching and counting ----

// Values of one facet add up, facets narrow each other; `but` is left out of account.
function matches({ slugs, columns }, but) {
  const narrowing = chosen().filter(([name, values]) => values.length && name !== but);
  return slugs.flatMap((_, place) =>
    narrowing.every(([name, values]) => values.some((value) => columns[name][place].has(value))) ? [place] : []);
}

// A count says how many products a value would leave, given what is chosen elsewhere; one that leaves none is off.
function count(catalogue) {
  for (const name of facets) {
    const places = matches(catalogue, name);
    for (const box of boxes.filter((one) => one.name === name)) {
      const number = places.filter((place) => catalogue.columns[name][place].has(box.value)).length;
      box.closest("label").querySelector("[data-ps-count]").textContent = numbers.format(number);
      box.disabled = !number && !box.checked;
    }
  }
}

// ---- Cards, from the page of the listing on which they stand ----

const pages = new Map();
const pageOf = (number) => pages.get(number) ?? pages.set(number, readPage(number)).get(number);

async function readPage(number) {
  if (number === 1) return cardsIn(all);
  const address = new URL(`page/${number}/`, location.href);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const one of other.querySelectorAll(".ps-cards [href], .ps-cards [src], .ps-cards [srcset]")) bringHome(one, address);
  return cardsIn(other);
}

// Addresses count from the page on which they were written.
function bringHome(one, address) {
  for (const name of ["href", "src"]) {
    if (one.hasAttribute(name)) one.setAttribute(name, new URL(one.getAttribute(name), address).href);
  }
  if (one.hasAttribute("srcset")) one.srcset = one.getAttribute("srcset").replace(/(\S+)( \d+w)/g, (_, uri, width) => new URL(uri, address).href + width);
}

function cardsIn(root) {
  const cards = [...root.querySelectorAll(".ps-cards > li")];
  return new Map(cards.map((card) => [card.querySelector("a").getAttribute("href").split("/").at(-2), card]));
}

async function cardAt({ size, slugs }, place) {
  const cards = await pageOf(Math.floor(place / size) + 1);
  const card = cards.get(slugs[place]);
  if (!card) throw new Error(slugs[place]); // the pages are of another build than the index
  refreshCertificates(card);
  return document.importNode(card, true);
}

// ---- Showing ----

let turn = 0;
let told = ""; // what is said when nothing is chosen any more

async function show() {
  const mine = ++turn;
  const number = chosen().reduce((sum, [, values]) => sum + values.length, 0);
  part("chosen").textContent = number ? `(${fill(form.dataset.chosen, { n: number })})` : "";
  if (!number) return showAll(told);
  found.setAttribute("aria-busy", "true");
  try {
    const catalogue = await loaded();
    const places = matches(catalogue);
    const cards = await Promise.all(places.slice(0, catalogue.size).map((place) => cardAt(catalogue, place)));
    if (mine === turn) showFound(catalogue, places, cards);
  } catch {
    index = null;
    pages.clear();
    if (mine === turn) showAll(form.dataset.failed);
  }
}

function showAll(words) {
  all.hidden = false;
  total.classList.remove("ps-count--off");
  found.hidden = none.hidden = more.hidden = true;
  for (const button of clears) button.hidden = !boxes.some((box) => box.checked);
  status.textContent = words;
  found.replaceChildren();
  index?.then(count, () => {});
}

function showFound(catalogue, places, cards) {
  const list = document.createElement("ul");
  list.className = "ps-cards";
  list.append(...cards);
  found.replaceChildren(list);
  found.removeAttribute("aria-busy");
  all.hidden = true;
  total.classList.add("ps-count--off"); // it counts the whole list; its line stays, so that the boxes stay where they are
  found.hidden = !places.length;
  none.hidden = Boolean(places.length);
  for (const button of clears) button.hidden = !places.length && !none.contains(button);
  const words = (n) => fill(n === 1 ? form.dataset.one : form.dataset.other, { n, total: catalogue.slugs.length });
  status.textContent = words(places.length);
  told = words(catalogue.slugs.length);
  count(catalogue);
  offerMore(catalogue, places, list);
}

function offerMore(catalogue, places, list) {
  const next = places.slice(list.children.length, list.children.length + catalogue.size);
  more.hidden = !next.length;
  more.textContent = fill(form.dataset.more, { n: next.length });
  more.onclick = async () => {
    const mine = turn;
    const cards = await Promise.all(next.map((place) => cardAt(catalogue, place))).catch(() => null);
    if (mine !== turn) return;
    if (!cards) return showAll(form.dataset.failed);
    list.append(...cards);
    cards[0].querySelector("a").focus();
    offerMore(catalogue, places, list);
  };
}

// ---- Beginning ----

function clear() {
  for (const box of boxes) box.checked = false;
  writeAddress();
  show();
  (wide.matches ? boxes.find((box) => !box.disabled) : panel.querySelector("summary")).focus();
}

const wide = matchMedia("(min-width: 60em)");
const fold = () => (panel.open = wide.matches);

readAddress();
fold();
form.hidden = false;
wide.addEventListener("change", fold);
form.addEventListener("change", () => { writeAddress(); show(); });
form.addEventListener("submit", (event) => event.preventDefault());
// The first touch loads the index; so does a day on which the counts of the build no longer hold.
const prepare = () => loaded().then(count, () => (index = null));
for (const event of ["focusin", "pointerenter"]) form.addEventListener(event, prepare, { once: true });
if (form.dataset.changes <= dayInVietnam(form.dataset.built)) prepare();
form.querySelector("[data-ps-see]").addEventListener("click", () => { fold(); status.focus(); status.scrollIntoView({ block: "center" }); });
for (const button of clears) button.addEventListener("click", clear);
addEventListener("popstate", () => { readAddress(); show(); });
show();
