// Starts the editor with the settings that the site's own build wrote beside this page.
import './language.js';
import CMS from '@sveltia/cms';
import { parse } from 'yaml';
import { readItem, readList, writeItem, writeList } from './form.js';

const load = async (name) => (await fetch(new URL(name, document.baseURI))).json();

const [config, form] = await Promise.all([load('config.json'), load('form.json')]);
const { item, locales } = form;

CMS.registerCustomFormat(item.format, 'md', {
  fromFile: (text) => readItem(text, item.shape, locales, parse),
  toFile: (content) => writeItem(content, item.shape),
});
for (const list of [form.pictures, form.notices]) {
  CMS.registerCustomFormat(list.format, 'yml', {
    fromFile: (text) => readList(text, list.shape, locales, parse),
    toFile: (content) => writeList(content, list.shape),
  });
}
CMS.init({ config });
