import { useEffect, useRef, type ClipboardEvent, type RefObject } from 'react';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { useDocuments, useView } from '../state/hooks';
import type { Caret } from './monaco';
import { insertedText, looksLikeManifests, type ProjectPaste } from './pasted';

interface Props {
  /** Told where the caret is while this has the focus, so that Monaco can go on there. */
  readonly caretRef: RefObject<Caret | null>;
  readonly projectPaste: ProjectPaste | undefined;
}

/** A browser shows a text area of more than this too slowly; the rest waits for Monaco. */
const MOST_CHARACTERS = 300_000;

/** The active file in a plain text area: stands in until Monaco is there, and for good when it cannot be loaded. */
export function PlainEditor({ caretRef, projectPaste }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useDocuments((state) => state.activeFile);
  const file = useDocuments((state) => state.files.find((each) => each.id === state.activeFile));
  const reveal = useView((state) => state.reveal);
  const text = file?.text ?? '';
  const cut = text.length > MOST_CHARACTERS;
  const locked = useDocuments((state) => state.locked.includes(id));

  useEffect(() => {
    if (!reveal) return;
    if (reveal.place.file !== id) documentStore.getState().activateFile(reveal.place.file);
    else {
      area.current?.focus();
      area.current?.setSelectionRange(reveal.place.start, reveal.place.end);
    }
  }, [reveal, id]);

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!projectPaste || !looksLikeManifests(pasted)) return;
    event.preventDefault();
    const target = event.currentTarget;
    void projectPaste(pasted).then((projected) => {
      const inserted = insertedText(pasted, projected);
      if (inserted === null) return;
      target.setRangeText(inserted, target.selectionStart, target.selectionEnd, 'end');
      documentStore.getState().editText(id, target.value);
    });
  };

  return (
    <textarea
      ref={area}
      className="editor-plain nokey"
      aria-label={t`${file?.name ?? ''}, Kubernetes manifests`}
      value={cut ? text.slice(0, MOST_CHARACTERS) : text}
      readOnly={cut || locked}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      wrap="off"
      onChange={({ currentTarget }) => {
        documentStore.getState().editText(id, currentTarget.value);
      }}
      onPaste={onPaste}
      onSelect={({ currentTarget }) => {
        caretRef.current = { file: id, offset: currentTarget.selectionStart };
      }}
      onBlur={() => {
        caretRef.current = null;
      }}
    />
  );
}
