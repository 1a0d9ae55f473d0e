// The 404 page: offers pages whose address, title or other name is near the address that was asked for, marks or no marks,
// in the language of that address, also on hosts that serve one such page for all.
import { fold } from "./search-text.js";

const FOUND = "[data-ps-notfound]";
const SHOWN = 5;
const PARTS = 8;
const ENDINGS = new Set(["html", "htm", "php", "aspx", "index"]);

const ITSELF = /^404(\.html?)?$/; // opened at its own address, it was not asked for anything

const split = (text) => fold(text).match(/[a-z0-9]+/g) ?? [];

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** How near two words are: 1 the same, 0 strangers; one slip of the finger or a missing end is near. */
const nearness = (one, other) => {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= 3 && long.startsWith(short)) return 0.7;
  return short.length >= 4 && slips(short, long) ? 0.6 : 0;
};

/** Whether two words differ in one letter: changed, left out or put in. */
const slips = (short, long) => {
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
};

/** What a word counts that only another name of a page has; what a folder counts beside the last part of an address. */
const NAME = 0.9;
const FOLDER = 0.35;

/** The folder of a section by what it is called in any language. */
const sectionOf = (words, sections) =>
  Object.keys(sections).find((folder) => sections[folder].some((name) => nearness(words.join(" "), name)));

/** How well a page answers the parts of an address, each given as its words. */
export const score = (asked, [address, title, names = ""], sections = {}) => {
  const parts = address.split("/").filter(Boolean);
  const slug = split(parts.at(-1) ?? "");
  const own = [...new Set([...slug, ...split(title)])];
  const folder = split(parts.slice(0, -1).join(" "));
  const joined = slug.join("");
  const nearest = (word, words) => Math.max(0, ...words.map((one) => nearness(word, one)));
  const worth = (word, inFolder) => {
    const inside = word.length >= 5 && joined.includes(word) ? 0.7 : 0;
    return Math.max(nearest(word, own), NAME * nearest(word, names.split(" ")), inside) || inFolder * nearest(word, folder);
  };
  const sum = (words, inFolder) => words.reduce((all, word) => all + worth(word, inFolder), 0);
  const last = asked.at(-1);
  const isSection = sectionOf(last, sections) === parts.at(-1);
  let found = isSection ? last.length : sum(last, 0.2);
  let all = last.length + 0.15 * Math.max(0, slug.length - last.length);
  for (const words of asked.slice(0, -1)) {
    const section = sectionOf(words, sections);
    found += FOLDER * (section ? Number(parts.includes(section)) : sum(words, 1));
    all += FOLDER * (section ? 1 : words.length);
  }
  return found / all;
};

const fetched = async (address) => {
  const answer = await fetch(address);
  return answer.ok ? answer.json() : {};
};

/** The pages of a language that can be near: all of a small site, of a large one those with a like word. */
const candidates = async (base, lang, whole, asked) => {
  if (!whole.parts) return whole.pages ?? [];
  const wanted = new Set();
  for (const word of [...asked].reverse().flat()) {
    const begins = whole.parts.filter((part) => word.startsWith(part)).sort((one, other) => other.length - one.length);
    const goesOn = whole.parts.filter((part) => part.startsWith(word)).slice(0, 2);
    for (const part of begins.length ? begins.slice(0, 1) : goesOn) wanted.add(part);
  }
  const found = await Promise.all([...wanted].slice(0, PARTS).map((part) => fetched(`${base}assets/near/${lang}-${part}.json`)));
  return [...new Map(found.flatMap((one) => one.pages ?? []).map((page) => [page[0], page])).values()];
};

const near = async (base, lang, asked) => {
  const whole = await fetched(`${base}assets/near/${lang}.json`);
  return (await candidates(base, lang, whole, asked))
    .map((page) => ({ page, lang, score: score(asked, page, whole.sections) }))
    .filter((one) => one.score >= 0.4)
    .sort((one, other) => other.score - one.score);
};

const linkTo = (base, { page, lang }, shown) => {
  const link = Object.assign(document.createElement("a"), { href: base + page[0], textContent: page[1] });
  const item = document.createElement("li");
  item.append(link);
  if (lang !== shown) {
    link.lang = link.hreflang = lang;
    item.append(` (${lang.toUpperCase()})`);
  }
  return item;
};

/** Put the 404 page of another language in the place of this one: head line, menu, words; false if it cannot be had. */
const turnInto = async (address, lang) => {
  const answer = await fetch(address).catch(() => ({}));
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector(FOUND)) return false;
  document.documentElement.lang = lang;
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  document.dispatchEvent(new Event("DOMContentLoaded")); // so that the new button for colours is put right
  return true;
};

/** The block of a language, after the page was turned into that language's, or its part put first. */
const blockOf = async (base, lang, folder) => {
  const own = () => document.querySelector(`[data-ps-near="${lang}"]`);
  if (document.documentElement.lang !== lang && !(await turnInto(`${base}${folder}404.html`, lang))) {
    const section = own().closest("section");
    section?.parentElement.prepend(section);
  }
  return own();
};

const help = async ({ dataset }) => {
  const base = new URL(dataset.psNotfound, location.href).pathname;
  const languages = dataset.psLanguages.split(" ");
  const path = location.pathname.slice(base.length).split("/").filter(Boolean).map(decoded);
  const lang = languages.indexOf(path[0]) > 0 ? path.shift() : languages[0];
  if (path.length === 1 && ITSELF.test(path[0])) path.pop();
  const own = await blockOf(base, lang, lang === languages[0] ? "" : `${lang}/`);
  const words = (text) => split(text).filter((word) => !ENDINGS.has(word));
  const asked = path.map((part) => [...new Set(words(part))]).filter((part) => part.length);
  for (const field of document.querySelectorAll("[data-ps-near] input")) field.value = words(path.at(-1) ?? "").join(" ");
  if (!asked.length) return;
  const all = await Promise.all(languages.map((one) => near(base, one, asked)));
  const bare = ({ page, lang: its }) => (page[0].startsWith(`${its}/`) ? page[0].slice(its.length + 1) : page[0]);
  const found = new Map();
  for (const one of all.flat().sort((a, b) => (b.lang === lang) - (a.lang === lang)))
    if (!found.has(bare(one))) found.set(bare(one), one);
  const best = [...found.values()].sort((one, other) => other.score - one.score).slice(0, SHOWN);
  own.querySelector("ul").replaceChildren(...best.map((one) => linkTo(base, one, lang)));
  own.firstElementChild.hidden = !best.length;
};

const root = document.querySelector(FOUND);
if (root) help(root).catch(() => {});
