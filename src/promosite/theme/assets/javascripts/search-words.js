// What one typed word finds: the pages that truly have it. Asked for a word it lacks, the engine answers with a shorter one.
import { fold, toIndex, wordsOf } from "./search-text.js";

/** Pages that are read to learn how a word is written in them. */
const READ = 30;

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** A word and its other spelling: hòa and hoà, khỏe and khoẻ, thủy and thuỷ differ in where the tone stands. */
export const spellings = (word) => {
  const parts = word.normalize("NFD");
  const [tone] = parts.match(TONE) ?? [];
  const open = parts.replace(TONE, "").match(/^(.*)(o[ae]|uy)$/);
  if (!tone || !open) return [word];
  const [first, second] = open[2];
  return [`${open[1]}${first}${tone}${second}`, `${open[1]}${first}${second}${tone}`].map((one) => one.normalize("NFC"));
};

/** What an English word may be with another ending; the engine is not asked to guess. */
export const endings = (word) => {
  const found = [`${word}s`];
  const add = (ending, ...ways) => word.endsWith(ending) && word.length > ending.length + 2 && found.push(...ways.map((way) => word.slice(0, -ending.length) + way));
  add("ies", "y");
  add("y", "ies");
  add("es", "");
  if (!word.endsWith("ss")) add("s", "");
  add("ing", "", "e");
  add("ed", "", "e");
  return found;
};

/** The words of a page as the index has them: each alone, and what stands between spaces in one piece. */
const tokens = ({ meta, content }) =>
  Object.values(meta).concat(content).flatMap((text) => [
    ...wordsOf(text),
    ...text.split(/\s+/).map((one) => wordsOf(one).join("")),
  ]).map((one) => toIndex(one).toLowerCase());

const isMarked = (word) => fold(word) !== word;

/** Whether a word has at least the marks that were typed: `đac` may become `đặc`, `tôm` is not `tóm`. */
const hasMarksOf = (word, typed) => {
  const [whole, part] = [word, typed].map((one) => [...one].map((letter) => letter.normalize("NFD")));
  return whole.length === part.length && part.every((letter, at) => [...letter].every((sign) => whole[at].includes(sign)));
};

const merge = (lists) => {
  const found = new Map();
  for (const row of lists.flat()) {
    const kept = found.get(row.id);
    if (!kept || kept.score < row.score) found.set(row.id, { ...row, places: [...row.places, ...(kept?.places ?? [])] });
    else kept.places.push(...row.places);
  }
  return found;
};

/**
 * What a word finds: its pages by their ids, and a test for words of a text. `ask(term, strict)` asks the engine, strict
 * about marks or not; `open` says that the word may still be being typed, so that words may begin with it.
 */
export const lookUp = async (ask, lang, typed, open) => {
  const word = typed.toLowerCase();
  const marked = isMarked(word);
  const forms = marked ? spellings(word) : [word];
  // Vietnamese is written with marks; elsewhere its names may stand without, and words have endings.
  const whole = lang === "vi" ? forms : [...forms, ...(marked ? [fold(word)] : endings(word))];
  const exact = merge(await Promise.all(whole.map((one) => ask(`"${one}"`, marked))));
  const loose = await Promise.all(whole.map((one) => ask(one, marked)));
  const scored = merge(loose);
  const longer = merge(loose.slice(0, forms.length));
  const short = lang === "vi" || word.length < 3;
  const begins = lang === "vi" || word.length < 5 ? open && !(short && word.length > 1 && exact.size) : true;
  const like = (one) => (marked ? toIndex(one).toLowerCase() : fold(one));
  const isWhole = (one) => whole.includes(like(one));
  const fits = (one) => isWhole(one) || (begins && forms.some((form) => like(one).startsWith(form)));
  const kept = new Map([...exact].map(([id, row]) => [id, scored.get(id) ?? row]));
  if (begins && longer.size && (exact.size || (await isThere(longer, fits)))) for (const [id, row] of longer) kept.set(id, row);
  if (kept.size || !marked) return { pages: kept, fits, isWhole };
  return withMoreMarks(ask, word);
};

/** Whether the best of some pages has a word that was asked for: if not, the engine has taken a shorter one. */
const isThere = async (pages, fits) => {
  const [best] = [...pages.values()].sort((one, other) => other.score - one.score);
  return tokens(await best.data()).some(fits);
};

/** What a word finds of which some marks are not typed yet, learned from the pages that have its letters. */
const withMoreMarks = async (ask, word) => {
  const pages = TONE.test(word.normalize("NFD")) ? [] : await ask(`"${fold(word)}"`, false);
  const read = await Promise.all(pages.slice(0, READ).map((row) => row.data()));
  const forms = [...new Set(read.flatMap(tokens))].filter((one) => hasMarksOf(one, word));
  const isWhole = (one) => forms.includes(toIndex(one).toLowerCase());
  return { pages: merge(await Promise.all(forms.map((one) => ask(`"${one}"`, true)))), fits: isWhole, isWhole };
};
