import { t } from '../language/t';
import { Button } from '../ui/Button';
import { focusPane } from './panes';

/** The first Tab stops of the page, seen only then: past the header into what somebody came for. */
export function SkipLinks() {
  return (
    <div className="app-skip">
      <Button
        look="outlined"
        onClick={() => {
          focusPane('picture');
        }}
      >
        {t`Skip to the picture`}
      </Button>
      <Button
        look="outlined"
        onClick={() => {
          focusPane('editor');
        }}
      >
        {t`Skip to the editor`}
      </Button>
    </div>
  );
}
