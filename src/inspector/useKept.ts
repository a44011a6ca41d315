import { useState } from 'react';

/**
 * The newest value that is not null. While an answer is on its way the one before stays on the screen, so that a
 * panel does not blink with every keystroke.
 */
export function useKept<T>(value: T | null): T | null {
  const [kept, setKept] = useState(value);
  if (value !== null && value !== kept) setKept(value);
  return value ?? kept;
}
