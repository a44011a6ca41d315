import { Check, Copy, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../language/t';
import { IconButton } from '../../ui/IconButton';
import { isClusterWide } from './kinds';
import type { Head } from './head';
import { headTitle } from './words';

interface Props {
  readonly titleId: string;
  /** Null while the text is no object at all. */
  readonly head: Head | null;
  readonly line: number;
  readonly text: string;
  readonly onDelete: (title: string) => void;
  readonly onClose: () => void;
}

const COPIED_MS = 1500;

/** Names the opened object; beside it what can be done with it. */
export function ObjectHead({ titleId, head, line, text, onDelete, onClose }: Props) {
  const [copied, setCopied] = useState(false);
  const title = head ? [head.kind, headTitle(head, line)].join(' ').trim() : t`Empty document`;
  const inNamespace = head !== null && head.kind !== '' && !isClusterWide(head.kind);

  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true);
        setTimeout(() => {
          setCopied(false);
        }, COPIED_MS);
      },
      () => undefined, // the browser does not allow it; the text can still be selected
    );
  };

  return (
    <div className="tree-object-head">
      <h3 className="tree-object-title" id={titleId} title={title}>
        {title}
        {inNamespace && <span className="tree-amount"> {t`in ${head.namespace || 'default'}`}</span>}
      </h3>
      <IconButton
        label={copied ? t`Copied` : t`Copy`}
        tip="below-left"
        icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        onClick={copy}
      />
      <IconButton
        label={t`Delete object`}
        tip="below-left"
        icon={<Trash2 aria-hidden />}
        onClick={() => onDelete(title)}
      />
      <IconButton label={t`Close`} tip="below-left" icon={<X aria-hidden />} onClick={onClose} />
    </div>
  );
}
