import { Grid3x3, Waypoints } from 'lucide-react';
import { shellStore, useShell, type Form } from './shellStore';

const forms: readonly (readonly [Form, string, typeof Waypoints])[] = [
  ['graph', 'Graph', Waypoints],
  ['matrix', 'Matrix', Grid3x3],
];

/** Chooses the form of the picture; selection, filters and view are the same in both. */
export function FormSwitch() {
  const shown = useShell((state) => state.form);
  return (
    <div className="app-forms" role="group" aria-label="Form of the picture">
      {forms.map(([form, label, Icon]) => (
        <button
          key={form}
          type="button"
          className="app-forms-button"
          aria-pressed={shown === form}
          onClick={() => {
            shellStore.getState().showForm(form);
          }}
        >
          <Icon aria-hidden size={14} />
          {label}
        </button>
      ))}
    </div>
  );
}
