import { Grid3x3, Waypoints } from 'lucide-react';
import { Suspense } from 'react';
import { t } from '../language/t';
import { late, stayAway } from '../ui/late';
import { shellStore, useShell, type Form } from './shellStore';
import { useAfterPicture } from './useAfterPicture';

const forms: readonly (readonly [Form, typeof Waypoints])[] = [
  ['graph', Waypoints],
  ['matrix', Grid3x3],
];

function formLabel(form: Form): string {
  switch (form) {
    case 'graph':
      return t`Graph`;
    case 'matrix':
      return t`Matrix`;
  }
}

const SearchBox = late(() => import('../search/SearchBox').then((module) => module.SearchBox), stayAway);

/** The row above the picture: its form, and the search box, which comes after the first picture. */
export function PictureRow() {
  const isTime = useAfterPicture();
  return (
    <div className="app-row">
      <FormSwitch />
      {isTime && (
        <Suspense>
          <SearchBox />
        </Suspense>
      )}
    </div>
  );
}

/** Chooses the form of the picture; selection, filters and view are the same in both. */
function FormSwitch() {
  const shown = useShell((state) => state.form);
  return (
    <div className="app-forms" role="group" aria-label={t`Form of the picture`}>
      {forms.map(([form, Icon]) => (
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
          {formLabel(form)}
        </button>
      ))}
    </div>
  );
}
