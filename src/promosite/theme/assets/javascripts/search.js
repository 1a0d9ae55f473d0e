// The search page: answers while one types, keeps query and filters in the address, offers the other languages below.
import { SearchIndex, counts, filtered, ranked } from "./search-index.js";
import { excerpt, toEye } from "./search-text.js";

const PAGE = 10;
const PAUSE = 160;

const root = document.querySelector("[data-ps-search]");
const client = JSON.parse(root.dataset.psSearch);
const base = new URL(root.dataset.base, location.href).pathname;
const field = root.querySelector("[data-ps-field]");
const said = root.querySelector("[role=status]");
const filters = root.querySelector(".ps-facets");
const boxes = [...filters.querySelectorAll("input")];
const list = root.querySelector(".ps-found");
const more = root.querySelector("[data-ps-more]");
const hints = root.querySelector(".ps-search__hints");
const others = root.querySelector("[data-ps-others]");
const plural = new Intl.PluralRules(client.lang);
const own = new SearchIndex(base, client.lang);
const foreign = client.others.map((one) => ({ ...one, index: new SearchIndex(base, one.lang) }));
let turn = 0;

const say = (key, values = {}) => {
  const sentence = client.said[key] ?? client.said[`${key}-${plural.select(values.n)}`] ?? client.said[`${key}-other`];
  return sentence.replace(/\{(\w)\}/g, (_, name) => values[name]);
};

const chosen = () => {
  const found = {};
  for (const box of boxes) if (box.checked) (found[box.name] ??= new Set()).add(box.value);
  return found;
};

// ---- Address ----

const readAddress = () => {
  const parameters = new URLSearchParams(location.search);
  field.value = parameters.get("q") ?? "";
  for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
};

const writeAddress = () => {
  const parameters = new URLSearchParams();
  if (field.value.trim()) parameters.set("q", field.value.trim());
  for (const box of boxes) if (box.checked) parameters.append(box.name, box.value);
  const query = parameters.toString();
  history.replaceState(history.state, "", location.pathname + (query ? `?${query}` : ""));
};

// ---- Results ----

const kindName = (kind) => boxes.find((box) => box.name === "kind" && box.value === kind)?.nextElementSibling.textContent ?? "";

const entry = (row, data, lang, found) => {
  const item = root.querySelector("[data-ps-result]").content.cloneNode(true).querySelector("li");
  const [kind, date, stars] = item.querySelector("p").children;
  const link = item.querySelector("a");
  const words = item.querySelector(".ps-found__words");
  kind.textContent = kindName(row.facets.kind[0]);
  data.meta.date ? (date.textContent = toEye(data.meta.date)) : date.remove();
  data.meta.stars ? (stars.textContent = toEye(data.meta.stars)) : stars.remove();
  stars.classList.toggle("ps-mark--reported", row.facets.reported);
  link.textContent = toEye(data.meta.title);
  link.href = base + data.url.replace(/^\//, "");
  for (const piece of excerpt(toEye(data.content), found.map((one) => one.fits))) {
    words.append(piece.found ? Object.assign(document.createElement("mark"), { textContent: piece.text }) : piece.text);
  }
  if (lang !== client.lang) {
    link.lang = link.hreflang = words.lang = lang;
    for (const one of [date, stars]) one.lang = lang;
  }
  return item;
};

/** What parts the pages in which the words stand side by side from the others. */
const parting = (n, query) => {
  const item = document.createElement("li");
  item.className = "ps-found__rest";
  item.textContent = say("rest", { n, q: unquoted(query) });
  return item;
};

/**
 * Show the first rows in a list, and a button for the next ones; returns false if the reader has typed on. After
 * `together` rows stands what is said of the rest.
 */
const show = async ({ rows, together = 0 }, { found, query }, target, button, lang, current) => {
  const grow = async (from) => {
    const part = rows.slice(from, from + PAGE);
    const data = await Promise.all(part.map((row) => row.data()));
    if (!current()) return false;
    const items = part.map((row, at) => entry(row, data[at], lang, found));
    const rest = together - from;
    if (together && rest >= 0 && rest < part.length) items.splice(rest, 0, parting(rows.length - together, query));
    from ? target.append(...items) : target.replaceChildren(...items);
    const left = rows.length - from - part.length;
    button.hidden = !left;
    button.textContent = left ? say("more", { n: Math.min(left, PAGE) }) : "";
    button.onclick = async () => {
      if (await grow(from + PAGE)) target.querySelectorAll("a")[from + PAGE].focus();
    };
    return true;
  };
  return grow(0);
};

const showFilters = (rows) => {
  const found = counts(rows, chosen());
  for (const box of boxes) {
    const number = found[box.name].get(box.value) ?? 0;
    box.closest("li").hidden = !number && !box.checked;
    box.parentElement.querySelector("small").textContent = `(${number})`;
  }
  for (const group of filters.querySelectorAll("fieldset")) group.hidden = !group.querySelector("li:not([hidden])");
  const set = boxes.filter((box) => box.checked).length;
  filters.querySelector(".ps-facets__set").textContent = set ? `(${set})` : "";
  filters.querySelector("[data-ps-clear]").hidden = !set;
  filters.hidden = !rows.length && !set;
};

/** A sentence has quotation marks of its own; those around a phrase that was asked for would double them. */
const unquoted = (query) => query.match(/^["“”«»]([^"“”«»]+)["“”«»]$/u)?.[1].trim() || query;

const summary = (number, asked, { cut, partial, apart }) => {
  if (!asked) return say("pages", { n: number });
  const query = unquoted(asked);
  if (cut) return say("phrase-limit", { n: number, q: query });
  if (number) return say(partial ? "partial" : apart ? "apart" : "results", { n: number, q: query });
  return say(boxes.some((box) => box.checked) ? "none-filtered" : "none", { q: query });
};

const look = async () => {
  const mine = ++turn;
  const current = () => mine === turn;
  const query = field.value.trim();
  const idle = !query && !boxes.some((box) => box.checked);
  writeAddress();
  others.replaceChildren();
  const slow = setTimeout(() => current() && (said.textContent = say("searching")), 600);
  try {
    const { rows, cut, partial, found } = await own.find(query);
    const order = await ranked(idle ? [] : filtered(rows, chosen()), query, found);
    const { rows: fitting, apart } = order;
    if (!current() || !(await show(order, { found, query }, list, more, client.lang, current))) return;
    showFilters(rows);
    list.parentElement.hidden = !fitting.length;
    hints.hidden = fitting.length > 0;
    said.textContent = idle ? "" : summary(fitting.length, query, { cut, partial, apart });
    const lacking = !fitting.length || partial;
    if (query) for (const one of foreign) offer(one, query, lacking, current);
  } catch {
    if (!current()) return;
    list.parentElement.hidden = filters.hidden = true;
    hints.hidden = false;
    said.textContent = say("failed");
  } finally {
    clearTimeout(slow);
  }
};

/**
 * Offer another language under the results, if it has all that was asked for and not in bits. Its index is loaded when
 * that place comes near the view, not before; at once where this language has not what was asked for.
 */
const offer = (other, query, lacking, current) => {
  const place = document.createElement("div");
  others.append(place);
  const watch = new IntersectionObserver(async ([seen]) => {
    if (!seen.isIntersecting) return;
    watch.disconnect();
    const answer = await other.index.find(query).catch(() => ({ partial: true }));
    if (answer.partial) return;
    const order = await ranked(filtered(answer.rows, chosen()), query, answer.found);
    const { rows, apart } = order;
    if (!current() || !rows.length || apart) return;
    const box = root.querySelector("[data-ps-also]").content.cloneNode(true).querySelector("details");
    const title = other.title.replace("{n}", rows.length + (answer.cut ? "+" : ""));
    box.querySelector("summary").textContent = title;
    if (lacking) said.textContent += ` ${title}`;
    box.ontoggle = () => {
      box.ontoggle = null;
      show(order, { found: answer.found, query }, box.querySelector("ol"), box.querySelector("button"), other.lang, current);
    };
    place.append(box);
    box.open = lacking;
  }, { rootMargin: lacking ? "10000px" : "200px" });
  watch.observe(place);
};

// ---- Keys ----

const links = () => [...root.querySelectorAll(".ps-found a")].filter((link) => link.checkVisibility?.() ?? link.offsetParent);

root.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = links();
  const at = all.indexOf(event.target);
  if (event.key === "Escape" && (event.target === field || at >= 0)) {
    event.preventDefault();
    if (event.target === field && field.value) {
      field.value = "";
      look();
    }
    field.focus();
  } else if (step && (at >= 0 || (event.target === field && step > 0))) {
    event.preventDefault();
    (all[at + step] ?? (step < 0 ? field : all[at]))?.focus();
  }
});

// ---- Beginning ----

let pause;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(look, PAUSE);
});
field.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  look();
  if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard of a telephone covers the results
});
filters.addEventListener("change", look);
filters.querySelector("[data-ps-clear]").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  field.focus();
  look();
});
addEventListener("popstate", () => {
  readAddress();
  look();
});
filters.open = matchMedia("(min-width: 60em)").matches;
const early = field.value; // typed before this script had come
readAddress();
field.value ||= early;
look();
if (!field.value) field.focus();
