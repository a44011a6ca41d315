/** The sign of the program: two workloads, one gate between them. */
export function Logo() {
  return (
    <svg className="app-logo" viewBox="0 0 24 24" aria-hidden>
      <rect x="1.75" y="8" width="7" height="8" rx="2" />
      <rect x="15.25" y="8" width="7" height="8" rx="2" />
      <path d="M8.75 12h6.5" />
      <path d="M12 4.5v5M12 14.5v5" className="app-logo-gate" />
    </svg>
  );
}
