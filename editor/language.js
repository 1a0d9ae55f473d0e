// Imported before the editor, which reads its preferences once: Vietnamese, unless somebody chose another language.
const KEY = 'sveltia-cms.prefs';

try {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  localStorage.setItem(KEY, JSON.stringify({ locale: 'vi', ...kept }));
} catch {
  // Storage is closed to this page; the editor then follows the browser's language.
}
