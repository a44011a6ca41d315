const NAME = 'netpol-playground.zip';

/** Downloads the built page as a zip; false where the server does not have it, as inside the zip itself. */
export async function downloadPage(): Promise<boolean> {
  try {
    const { ok, headers } = await fetch(`./${NAME}`, { method: 'HEAD' });
    // Some servers answer every question with their start page.
    if (!ok || headers.get('Content-Type')?.includes('html')) return false;
  } catch {
    return false;
  }
  const link = document.createElement('a');
  link.href = `./${NAME}`;
  link.download = NAME;
  link.click();
  return true;
}
