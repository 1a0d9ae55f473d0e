import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

// Interfaces of the editor that we ship; what staff do not read costs a file each.
const LANGUAGES = ['vi', 'en-US'];

// The editor names each of its typefaces twice: from its own files, which we ship, and from a public host.
const withoutForeignFonts = {
  name: 'without-foreign-fonts',
  transform: (code, id) =>
    id.endsWith('/@sveltia/cms/npm/index.js')
      ? { code: code.replaceAll(/@font-face \{[^}]*url\(https:[^}]*\}/g, ''), map: null }
      : null,
};

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [withoutForeignFonts],
  resolve: {
    alias: [
      { find: /^@shikijs\/(?:langs|themes)\/.*$/, replacement: here('./empty.js') },
      { find: new RegExp(`^\\.\\./locales/(?!(?:${LANGUAGES.join('|')})\\.json$).*\\.json$`), replacement: here('./empty.js') },
    ],
  },
  build: { outDir: 'dist', emptyOutDir: true, modulePreload: { polyfill: false }, target: 'es2022', chunkSizeWarningLimit: 4000 },
});
