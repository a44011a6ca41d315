import { useEffect, useState } from 'react';

/**
 * A sentence that stays readable for a while after it stopped being true, until another takes its place, or `scene`
 * becomes another: there it was never true.
 */
export function useLingering(text: string, scene: unknown, milliseconds: number): string {
  const [shown, setShown] = useState({ text, scene });
  if (shown.scene !== scene || (text !== '' && text !== shown.text)) setShown({ text, scene });
  useEffect(() => {
    if (text !== '') return;
    const timer = setTimeout(() => {
      setShown((before) => ({ ...before, text: '' }));
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [text, milliseconds]);
  return shown.scene === scene ? shown.text : text;
}
