import type { FileId } from '../../engine';
import { rich } from '../../language/rich';
import { t } from '../../language/t';
import { useDocuments } from '../../state/hooks';
import { Button } from '../../ui/Button';
import { objectWords } from './kinds';
import { fitsEditor, showAsText } from './treeFiles';
import { sizeWords } from './words';

interface Props {
  readonly file: FileId;
  readonly count: number;
  readonly size: number;
  /** How much of the text is read; null when all of it is. */
  readonly reading: number | null;
}

/** Says why there is a tree and no text, and offers the text. */
export function TreeHead({ file, count, size, reading }: Props) {
  const name = useDocuments(({ files }) => files.find(({ id }) => id === file)?.name ?? '');
  const fits = useDocuments(({ files }) => fitsEditor(files.find(({ id }) => id === file)?.text ?? ''));
  const title = <strong>{name}</strong>;
  const bar = <progress aria-label={t`Reading`} value={reading ?? 1} max={1} />;
  return (
    <div className="tree-head">
      <p className="tree-why" role="status">
        {reading === null
          ? rich`${title} has ${objectWords(count)} (${sizeWords(size)}): shown as a tree. Edit any object by itself.`
          : rich`Reading ${title} … ${bar}`}
      </p>{' '}
      {fits && (
        <Button look="link" onClick={() => showAsText(file, true)}>
          {t`Open as text anyway`}
        </Button>
      )}
    </div>
  );
}
