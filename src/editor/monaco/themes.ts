import * as monaco from 'monaco-editor/editor';

/** The value of a colour of tokens.css in the theme the page has now: `#rrggbb`. */
type Token = (name: string) => string;

// Hues for syntax only: none of them is a verdict's, and each has 4.5:1 on the surface.
const syntax = {
  light: { key: '#2b3f73', string: '#0f6152', number: '#7a4a00', comment: '#5b6675' },
  dark: { key: '#b4c2ff', string: '#8fd3b8', number: '#f0c987', comment: '#94a3b8' },
} as const;

function themeFrom(token: Token, dark: boolean): monaco.editor.IStandaloneThemeData {
  const { key, string, number, comment } = dark ? syntax.dark : syntax.light;
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: token('--text') },
      { token: 'type', foreground: key },
      { token: 'string.yaml', foreground: string },
      { token: 'number', foreground: number },
      { token: 'keyword', foreground: number },
      { token: 'comment', foreground: comment, fontStyle: 'italic' },
      { token: 'operators', foreground: token('--text-2') },
      { token: 'delimiter', foreground: token('--text-2') },
    ],
    colors: {
      'editor.background': token('--surface'),
      'editor.foreground': token('--text'),
      'editorLineNumber.foreground': token('--text-2'),
      'editorLineNumber.activeForeground': token('--text'),
      'editorCursor.foreground': token('--text'),
      'editor.selectionBackground': `${token('--accent')}40`,
      'editor.inactiveSelectionBackground': `${token('--accent')}22`,
      'editor.lineHighlightBackground': token('--surface-2'),
      'editor.lineHighlightBorder': '#00000000',
      'editorIndentGuide.background1': token('--border'),
      'editorIndentGuide.activeBackground1': token('--border-strong'),
      'editorWidget.background': token('--surface'),
      'editorWidget.foreground': token('--text'),
      'editorWidget.border': token('--border-strong'),
      'editorHoverWidget.background': token('--surface'),
      'editorHoverWidget.foreground': token('--text'),
      'editorHoverWidget.border': token('--border-strong'),
      'editorSuggestWidget.background': token('--surface'),
      'editorSuggestWidget.foreground': token('--text'),
      'editorSuggestWidget.border': token('--border-strong'),
      'editorSuggestWidget.selectedBackground': token('--accent-soft'),
      'editorSuggestWidget.selectedForeground': token('--text'),
      'editorSuggestWidget.highlightForeground': token('--accent'),
      'editorSuggestWidget.focusHighlightForeground': token('--accent'),
      // Red says "blocked" on this page, so problems are amber and told apart by the icon in the gutter.
      'editorError.foreground': token('--warning'),
      'editorWarning.foreground': token('--warning'),
      'editorInfo.foreground': token('--open'),
      'editorMarkerNavigationError.background': token('--warning'),
      'editorMarkerNavigationWarning.background': token('--warning'),
      'editorOverviewRuler.errorForeground': token('--warning'),
      'editorOverviewRuler.warningForeground': token('--warning'),
      'editorOverviewRuler.infoForeground': token('--open'),
      'editorOverviewRuler.border': '#00000000',
      'editor.findMatchBackground': `${token('--halo')}55`,
      'editor.findMatchBorder': token('--halo'),
      'editor.findMatchHighlightBackground': `${token('--halo')}40`,
      'editorOverviewRuler.findMatchForeground': token('--halo'),
      'list.hoverBackground': token('--frame'),
      'quickInputList.focusBackground': token('--accent-soft'),
      'quickInputList.focusForeground': token('--text'),
      'pickerGroup.foreground': token('--text-2'),
      'textLink.foreground': token('--accent'),
      'textLink.activeForeground': token('--accent'),
      'textCodeBlock.background': token('--frame'),
      'editorHoverWidget.statusBarBackground': token('--surface-2'),
      'scrollbar.shadow': '#00000000',
      'input.background': token('--surface'),
      'input.foreground': token('--text'),
      'input.border': token('--border-strong'),
      'menu.background': token('--surface'),
      'menu.foreground': token('--text'),
      'menu.border': token('--border-strong'),
      'menu.selectionBackground': token('--accent-soft'),
      'menu.selectionForeground': token('--text'),
      'quickInput.background': token('--surface'),
      'quickInput.foreground': token('--text'),
      focusBorder: token('--focus'),
    },
  };
}

/** Any way CSS writes an opaque colour (`#fff`, `red`) as Monaco wants it: `#rrggbb`. */
function sixDigits(color: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return color;
  context.fillStyle = color;
  return context.fillStyle;
}

function applyTheme(): void {
  const style = getComputedStyle(document.documentElement);
  const dark = document.documentElement.dataset['theme'] === 'dark';
  const name = dark ? 'page-dark' : 'page-light';
  monaco.editor.defineTheme(
    name,
    themeFrom((token) => sixDigits(style.getPropertyValue(token).trim()), dark),
  );
  monaco.editor.setTheme(name);
}

/** Keeps Monaco's colours those of the page, whose `data-theme` is the one place that says which theme is shown. */
export function followTheme(): () => void {
  applyTheme();
  const observer = new MutationObserver(applyTheme);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
  };
}
