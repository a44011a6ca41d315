/** Calls back when the browser has nothing better to do, at the latest after `most` milliseconds; returns how to stop. */
export function whenIdle(then: () => void, most: number): () => void {
  if ('requestIdleCallback' in window) {
    const id = window.requestIdleCallback(then, { timeout: most });
    return () => {
      window.cancelIdleCallback(id);
    };
  }
  const timer = setTimeout(then, Math.min(50, most));
  return () => {
    clearTimeout(timer);
  };
}
