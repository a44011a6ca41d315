import { useEffect, useState } from 'react';

/** A sentence that stays readable for a while after it stopped being true, until another takes its place. */
export function useLingering(text: string, milliseconds: number): string {
  const [shown, setShown] = useState(text);
  if (text !== '' && text !== shown) setShown(text);
  useEffect(() => {
    if (text !== '') return;
    const timer = setTimeout(() => {
      setShown('');
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [text, milliseconds]);
  return shown;
}
