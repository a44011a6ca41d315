import { keyOfOrigin } from '../lessons/entry';
import { documentStore } from '../state/documentStore';
import { lensStore } from '../state/lensStore';
import { readViewAddress, writeViewAddress, type ViewAddress } from '../state/urlView';
import { viewStore } from '../state/viewStore';
import { shellStore } from './shellStore';

/** Looks at it as the page's address says; false when that says nothing of a view. */
export const applyAddress = (): boolean => applyView(location.hash.slice(1));

/** Looks at it as a fragment says; false when that says nothing of a view. */
export function applyView(fragment: string): boolean {
  const address = readViewAddress(fragment);
  if (address === null) return false;
  const { form, filter, ...view } = address;
  viewStore.setState(view);
  lensStore.setState({ filter });
  shellStore.getState().showForm(form);
  return true;
}

const OPENS = /(?:^|&)(?:w|t|example|lesson)=/;

/** How the page is looked at now, as a fragment. */
export const viewFragment = (): string => writeViewAddress('', addressNow());

/**
 * Opens what the page's address carries and looks at it as it says. The address keeps only how to look, so that a
 * reload shows what became of it; `keep` leaves it whole.
 */
export async function followAddress(keep = false): Promise<void> {
  clearTimeout(timer);
  const fragment = location.hash.slice(1);
  if (OPENS.test(fragment)) {
    const [{ openLink }, { withoutLink }] = await Promise.all([import('./openLink'), import('../share')]);
    await openLink(fragment);
    if (!keep) replaceFragment(withoutLink(fragment));
  }
  applyAddress();
}

function replaceFragment(fragment: string): void {
  const hash = fragment === '' ? '' : `#${fragment}`;
  history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
}

/** Milliseconds after the last change; browsers allow only so many changes of the address. */
const QUIET = 300;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the page's address up to date from now on. */
export function startAddress(): void {
  const write = (): void => {
    const before = location.hash.slice(1);
    const fragment = writeViewAddress(before, addressNow());
    if (fragment === before) return;
    replaceFragment(fragment);
  };
  const writeSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, QUIET);
  };
  viewStore.subscribe(writeSoon);
  lensStore.subscribe(writeSoon);
  shellStore.subscribe(writeSoon);
  // What is written in a lesson is kept when it is left, also where its panel was never opened since.
  if (keyOfOrigin(documentStore.getState().example) !== null) void import('./lessonFrame');
  void import('./setAside').then(({ offerSetAside }) => offerSetAside());
  writeSoon();
}

function addressNow(): ViewAddress {
  const { view, selection, shown } = viewStore.getState();
  return { form: shellStore.getState().form, view, selection, shown, filter: lensStore.getState().filter };
}
