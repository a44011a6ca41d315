/** The colours of the light theme, as in tokens.css: a file stands by itself, and is printed. */
export const PAPER = {
  page: '#f5f6f8',
  surface: '#ffffff',
  frame: '#eef1f5',
  frameBorder: '#c3ccd8',
  border: '#d9dee6',
  borderStrong: '#8a97a8',
  text: '#17202e',
  quiet: '#4a5668',
  accent: '#4f46e5',
} as const;

/** By the name of a tone. */
export const TONES: Readonly<Record<string, string>> = {
  allowed: '#0072b2',
  partial: '#0072b2',
  open: '#64748b',
  'blocked-egress': '#b3400b',
  'blocked-ingress': '#b3400b',
  unknown: '#7b3f98',
};

/** Strength of what steps back. */
export const FADED = 0.2;
