import { t } from '../language/t';
import { Sheet } from '../ui/Sheet';
import { actions } from './actions';
import { shellStore } from './shellStore';
import { isApple, shortcutsText } from './shortcut';

/** All shortcuts, read off the list of actions; there only while it is open. */
export function ShortcutsSheet() {
  return (
    <Sheet
      title={t`Keyboard shortcuts`}
      open
      onClose={() => {
        shellStore.getState().openSheet(null);
      }}
    >
      <dl className="app-keys">
        {actions.map((action) =>
          action.shortcut === null ? null : (
            <KeyRow key={action.id} label={action.label} keys={shortcutsText(action, isApple())} />
          ),
        )}
        {/* Handled by the editor itself; said here because nobody finds it otherwise. */}
        <KeyRow label={t`In the editor: let Tab leave it`} keys={t`Ctrl+M`} />
      </dl>
    </Sheet>
  );
}

function KeyRow({ label, keys }: { readonly label: string; readonly keys: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <kbd className="ui-key">{keys}</kbd>
      </dd>
    </div>
  );
}
