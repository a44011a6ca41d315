import type { FileId } from '../../engine';
import { t } from '../../language/t';
import { useDocuments } from '../../state/hooks';
import { Button } from '../../ui/Button';
import { fitsEditor, showAsText } from './treeFiles';

/** Stands in for the tree when its code could not be fetched. */
export function TreeUnavailable({ file }: { readonly file: FileId }) {
  const fits = useDocuments(({ files }) => fitsEditor(files.find(({ id }) => id === file)?.text ?? ''));
  return (
    <p className="editor-waiting" role="status">
      {t`This file is shown as a tree, which could not be loaded. Reload the page to try again.`}{' '}
      {fits && (
        <Button look="link" onClick={() => showAsText(file, true)}>
          {t`Open as text`}
        </Button>
      )}
    </p>
  );
}
