// Reads and writes files in the form of the house: the same shapes, and the same text, as src/promosite/form.py.

const SAFE = /^[A-Za-z0-9](?:[A-Za-z0-9._/:-]*[A-Za-z0-9._/-])?$/;
const OTHERWISE = /^(?:[-+]?[0-9._]+|true|false|null)$/i;
const HEADER = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n([\s\S]*))?$/;
const ANY_LANGUAGE = '*';

// Citations: `[^id]` in files, `(^id)` in the boxes, because the editor of formatted text takes brackets for links.
const CITED = /\[\^([^\]\s]+)\]/g;
const SHOWN = /\(\\?\^([a-z0-9-]+)\)/g;

// The line under a table's head: the editor of formatted text adds blanks to it.
const RULE = /^\|(?: *-{3,} *\|)+$/gm;

// ---- Reading: what people wrote becomes what the boxes of the editor hold ----

export const readItem = (text, shape, locales, parse) => {
  const [, header, body = ''] = text.match(HEADER) ?? [];
  if (header === undefined) throw new Error('no header between two lines of three hyphens');
  return { ...opened(parse(header) ?? {}, shape, locales), body: body.trim().replaceAll(CITED, '(^$1)') };
};

export const readList = (text, shape, locales, parse) => opened(parse(text) ?? [], shape, locales);

// A report's file has a chapter for each part that a person writes, and a box for each chapter. What stands under no
// known heading stays where it is, in the box of the chapter before it: nothing that was written is lost.
const CHAPTER = /^##[ \t]+(.+?)[ \t]*#*[ \t]*$/;

export const readPaper = (text, { shape, headings }, locales, parse) => {
  const [, header, body = ''] = text.match(HEADER) ?? [];
  if (header === undefined) throw new Error('no header between two lines of three hyphens');
  const names = Object.fromEntries(Object.entries(headings).map(([name, heading]) => [folded(heading), name]));
  const found = {};
  const seen = new Set();
  let name = Object.keys(headings)[0];
  for (const line of body.split('\n')) {
    const known = names[folded(line.match(CHAPTER)?.[1] ?? '')];
    if (known && !seen.has(known)) {
      seen.add(known);
      name = known;
    } else (found[name] ??= []).push(line);
  }
  const parts = Object.entries(found).map(([key, lines]) => [key, lines.join('\n').trim()]);
  return { ...opened(parse(header) ?? {}, shape, locales), ...Object.fromEntries(parts) };
};

const folded = (text) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim();

const opened = (value, shape, locales) => {
  if (value === null || value === undefined) return undefined;
  switch (shape.kind) {
    case 'record':
      return openedFields(value, shape, locales);
    case 'answer':
      return { ...value, ...openedFields(value, shape, locales) };
    case 'row':
    case 'rows':
      return value.map((one) => opened(one, shape.of, locales));
    case 'words':
      return openedWords(value, locales);
    case 'flag':
    case 'number':
      return value;
    default:
      return String(value);
  }
};

const openedFields = (value, shape, locales) => {
  const found = {};
  for (const [name, one] of Object.entries(value)) {
    const known = shape.fields[name];
    const inner = known ? opened(one, known, locales) : one;
    if (inner !== undefined) found[name] = inner;
  }
  return found;
};

// One text for all languages stands in the box of each; written again, it is one text again.
const openedWords = (value, locales) => {
  const same = typeof value === 'object' ? value[ANY_LANGUAGE] : String(value);
  return same === undefined ? value : Object.fromEntries(locales.map((lang) => [lang, same]));
};

// ---- Writing ----

export const writeItem = ({ body = '', ...header }, shape) => {
  const text = recordLines(header, shape, '').join('\n');
  const trimmed = bodyOf(body ?? '');
  return `---\n${text}\n---\n${trimmed ? `\n${trimmed}\n` : ''}`;
};

const bodyOf = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll(SHOWN, '[^$1]')
    .replaceAll(RULE, (line) => line.replaceAll(' ', ''))
    .normalize('NFC')
    .trim();

export const writePaper = (content, { shape, headings }) => {
  const facts = Object.fromEntries(Object.entries(content).filter(([name]) => !(name in headings)));
  const header = recordLines(facts, shape, '').map((line) => `${line}\n`);
  const parts = Object.entries(headings)
    .map(([name, heading]) => [heading, bodyOf(content[name] ?? '')])
    .filter(([, text]) => text)
    .map(([heading, text]) => `\n## ${heading}\n\n${text}\n`);
  return `---\n${header.join('')}---\n${parts.join('')}`;
};

export const writeList = (list, shape) => (list.length ? `${rowLines(list, shape.of, '').join('\n')}\n` : '[]\n');

// Nothing was said: an empty box, an empty list, or a group of boxes all of which are empty.
const isEmpty = (value) =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every(isEmpty));

const recordLines = (value, shape, indent) => {
  const unknown = Object.keys(value).filter((name) => !(name in shape.fields) && !isEmpty(value[name]));
  if (unknown.length) throw new Error(`fields without a form: ${unknown.join(', ')}`);
  return Object.entries(shape.fields).flatMap(([name, one]) =>
    name in value ? fieldLines(name, value[name], one, indent) : [],
  );
};

const fieldLines = (name, value, shape, indent) => {
  const { kind } = shape;
  if (isEmpty(value)) {
    const nothing = kind === 'row' || kind === 'rows' ? '[]' : 'null';
    return shape.keep ? [`${indent}${name}: ${nothing}`] : [];
  }
  if (kind === 'rows') return [`${indent}${name}:`, ...rowLines(value, shape.of, `${indent}  `)];
  if (kind === 'record') return [`${indent}${name}:`, ...recordLines(value, shape, `${indent}  `)];
  if (shape.block && !isSame(value)) {
    const lines = texts(value).map(([lang, text]) => `${indent}  ${lang}: ${quoted(text)}`);
    return [`${indent}${name}:`, ...lines];
  }
  return value === shape.unless ? [] : [`${indent}${name}: ${inline(value, shape)}`];
};

const rowLines = (values, shape, indent) =>
  values
    .filter((value) => !isEmpty(value))
    .flatMap((value) => {
      if (shape.kind !== 'record') return [`${indent}- ${inline(value, shape)}`];
      const [first, ...others] = recordLines(value, shape, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...others];
    });

const inline = (value, shape) => {
  switch (shape.kind) {
    case 'row':
      return `[${value.map((one) => inline(one, shape.of)).join(', ')}]`;
    case 'words':
      return isSame(value) ? quoted(texts(value)[0][1]) : flow(texts(value).map(([lang, text]) => [lang, quoted(text)]));
    case 'answer':
      return answer(value, shape);
    case 'plain':
    case 'date':
      return plain(String(value), shape.kind === 'date');
    case 'number':
      return String(Number(value));
    case 'flag':
      return String(value);
    default:
      return quoted(value);
  }
};

const answer = (value, { fields }) => {
  const own = Object.entries(fields).filter(([name]) => !isEmpty(value[name]));
  const words = texts(value).filter(([name]) => !(name in fields));
  return flow([
    ...words.map(([lang, text]) => [lang, quoted(text)]),
    ...own.map(([name, shape]) => [name, inline(value[name], shape)]),
  ]);
};

const texts = (value) => Object.entries(value).filter(([, text]) => !isEmpty(text));

const isSame = (value) => {
  const found = texts(value).map(([, text]) => text);
  return found.length > 1 && new Set(found).size === 1;
};

const flow = (pairs) => `{${pairs.map(([name, text]) => `${name}: ${text}`).join(', ')}}`;

const plain = (text, isDate) => (SAFE.test(text) && (isDate || !OTHERWISE.test(text)) ? text : quoted(text));

// Letters and marks are joined (NFC), as the site's check demands; some keyboards write them apart.
const quoted = (text) => JSON.stringify(String(text).trim().normalize('NFC'));
