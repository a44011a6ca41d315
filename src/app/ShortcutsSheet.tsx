import { Sheet } from '../ui/Sheet';
import { actions } from './actions';
import { shellStore } from './shellStore';
import { isApple, shortcutsText } from './shortcut';

/** Keys of the panes that their own libraries handle; said here because nobody finds them otherwise. */
const paneKeys: readonly (readonly [string, string])[] = [['In the editor: let Tab leave it', 'Ctrl+M']];

/** All shortcuts, read off the list of actions; there only while it is open. */
export function ShortcutsSheet() {
  return (
    <Sheet
      title="Keyboard shortcuts"
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
        {paneKeys.map(([label, keys]) => (
          <KeyRow key={label} label={label} keys={keys} />
        ))}
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
