import { english, type Language, type Messages } from './t';

interface Offered {
  /** As in BCP 47. */
  readonly code: string;
  /** As its speakers call it. */
  readonly name: string;
  readonly load: () => Promise<Messages>;
}

/** The languages of the page. A new one is a file of messages and a line here. */
export const languages: readonly Offered[] = [
  { code: english.code, name: 'English', load: () => Promise.resolve(english.messages) },
  { code: 'de', name: 'Deutsch', load: async () => (await import('./de.json')).default },
];

const KEPT_AS = 'language';

/** The language the address asks for, else the one chosen earlier, else the first of the browser's that is offered. */
export function chosenCode(): string {
  const asked = [new URLSearchParams(location.search).get('lang'), kept(), ...navigator.languages];
  for (const one of asked) {
    const code = one?.toLowerCase().split('-')[0];
    if (languages.some((offered) => offered.code === code)) return code ?? english.code;
  }
  return english.code;
}

/** With its messages; English where they cannot be had. */
export async function loadLanguage(code: string): Promise<Language> {
  try {
    return { code, messages: (await languages.find((one) => one.code === code)?.load()) ?? {} };
  } catch {
    return english;
  }
}

/** Chooses a language for good: the page begins anew in it. */
export function chooseLanguage(code: string): void {
  try {
    localStorage.setItem(KEPT_AS, code);
  } catch {
    // A private window: the address says it.
  }
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  if (kept() !== code) address.searchParams.set('lang', code);
  if (address.href === location.href) location.reload();
  else location.replace(address);
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}
