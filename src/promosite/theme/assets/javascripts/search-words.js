// What one typed word finds: the pages that truly have it. Asked for a word it lacks, the engine answers with a shorter one.
import { fold, toIndex, wordsOf } from "./search-text.js";

/** Pages that are read to learn how a word is written in them. */
const READ = 30;

/** The five marks of tones, of which a word has one at most. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/** Syllables of which two spellings are taught: lý and lí, kỹ and kĩ, quý and quí. */
const ENDS_IN_I = /^([hklmst]|qu)([iy])$/;

/**
 * A word and its other spelling: hòa and hoà, khỏe and khoẻ, thủy and thuỷ differ in where the tone stands, địa lý and
 * địa lí in the last letter.
 */
export const spellings = (word) => {
  const parts = word.normalize("NFD");
  const [tone] = parts.match(TONE) ?? [];
  const plain = parts.replace(TONE, "");
  const ends = plain.match(ENDS_IN_I);
  if (ends) return ["i", "y"].map((last) => `${ends[1]}${last}${tone ?? ""}`.normalize("NFC"));
  const open = plain.match(/^(.*)(o[ae]|uy)$/);
  if (!tone || !open) return [word];
  const [first, second] = open[2];
  return [`${open[1]}${first}${tone}${second}`, `${open[1]}${first}${second}${tone}`].map((one) => one.normalize("NFC"));
};

const ENDINGS = [["ies", "y"], ["y", "ies"], ["es", ""], ["s", ""], ["ing", ""], ["ing", "e"], ["ed", ""], ["ed", "e"]];

/** What an English word may be with another ending; the engine is not asked to guess. */
export const endings = (word) => {
  const fitting = ENDINGS.filter(([ending]) => word.endsWith(ending) && word.length > ending.length + 2);
  return [`${word}s`, ...fitting.map(([ending, other]) => word.slice(0, -ending.length) + other)];
};

/** The words of a page as the index has them: each alone, and what stands between spaces in one piece. */
const tokens = ({ meta, content }) =>
  [...Object.values(meta), content]
    .flatMap((text) => [...wordsOf(text), ...text.split(/\s+/).map((one) => wordsOf(one).join(""))])
    .map((one) => toIndex(one).toLowerCase());

/** Whether a word has at least the marks that were typed: `đac` may become `đặc`, `tôm` is not `tóm`. */
const hasMarksOf = (word, typed) => {
  const [whole, part] = [word, typed].map((one) => [...one].map((letter) => letter.normalize("NFD")));
  return whole.length === part.length && part.every((letter, at) => [...letter].every((sign) => whole[at].includes(sign)));
};

/** Pages by their ids out of several lists, each with its best score and all its places. */
const merge = (lists) => {
  const found = new Map();
  for (const row of lists.flat()) {
    const kept = found.get(row.id);
    if (!kept || kept.score < row.score) found.set(row.id, { ...row, places: [...row.places, ...(kept?.places ?? [])] });
    else kept.places.push(...row.places);
  }
  return found;
};

/** Whether words begin with what was typed in the best of the pages found for it; if not, the engine took a shorter one. */
const isBegun = async (rows, begins) => {
  const [best] = [...rows].sort((one, other) => other.score - one.score);
  return Boolean(best) && tokens(await best.data()).some(begins);
};

/**
 * What a word finds: its pages by their ids, and tests for the words of a text. `ask(term, strict)` asks the engine,
 * strict about marks or not; `open` says that the word may still be being typed, so that words may begin with it.
 */
export const lookUp = async (ask, lang, typed, open) => {
  const word = typed.toLowerCase();
  const marked = fold(word) !== word;
  // Without marks a word may be of any language; elsewhere than in Vietnamese, my and hi are words of their own.
  const written = marked || lang === "vi" ? spellings(word) : [word];
  // Vietnamese is written with marks; elsewhere its names may stand without, and words have endings.
  const forms = lang === "vi" ? written : [...written, ...(marked ? [fold(word)] : endings(word))];
  const [exact, loose] = await Promise.all(
    [(form) => `"${form}"`, (form) => form].map((term) => Promise.all(forms.map((form) => ask(term(form), marked)))),
  );
  const scored = merge(loose);
  const pages = new Map(exact.flat().map((row) => [row.id, scored.get(row.id) ?? row]));

  const long = lang !== "vi" && word.length > 4;
  const whole = pages.size && word.length > 1 && (lang === "vi" || word.length < 3);
  const like = (one) => (marked ? toIndex(one).toLowerCase() : fold(one));
  const beginning = long || (open && !whole) ? written : [];
  const begins = (one) => beginning.some((form) => like(one).startsWith(form));
  for (const [at, form] of beginning.entries())
    if (exact[at].length || (await isBegun(loose[at], (one) => like(one).startsWith(form))))
      for (const row of loose[at]) pages.set(row.id, row);

  const isWhole = (one) => forms.includes(like(one));
  return pages.size || !marked ? { pages, isWhole, fits: (one) => isWhole(one) || begins(one) } : withMoreMarks(ask, word);
};

/** What a word finds of which some marks are not typed yet, learned from the pages that have its letters. */
const withMoreMarks = async (ask, word) => {
  const pages = TONE.test(word.normalize("NFD")) ? [] : await ask(`"${fold(word)}"`, false);
  const read = await Promise.all(pages.slice(0, READ).map((row) => row.data()));
  const forms = [...new Set(read.flatMap(tokens))].filter((one) => hasMarksOf(one, word));
  const pagesOf = merge(await Promise.all(forms.map((one) => ask(`"${one}"`, true))));
  const isWhole = (one) => forms.includes(toIndex(one).toLowerCase());
  return { pages: pagesOf, isWhole, fits: isWhole };
};
