import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../engine';
import { t } from '../../language/t';

/** How grave a problem is, without the colours of verdicts. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  switch (severity) {
    case 'error':
      return (
        <CircleAlert
          className="app-severity"
          data-severity="error"
          size={15}
          role="img"
          aria-label={t`Error`}
        />
      );
    case 'warning':
      return <TriangleAlert className="app-severity" size={15} role="img" aria-label={t`Warning`} />;
    case 'info':
      return <Info className="app-severity" size={15} role="img" aria-label={t`Note`} />;
  }
}
