import { useEffect, useEffectEvent, useId, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { t } from '../../language/t';
import { insertedText, looksLikeManifests, type ProjectPaste } from '../pasted';
import { forArea, fromArea, placeInArea } from './lineBreaks';
import { ObjectHead } from './ObjectHead';
import { ObjectProblems } from './ObjectProblems';
import type { OpenedObject, Tree } from './treeStore';

interface Props {
  readonly tree: Tree;
  readonly opened: OpenedObject;
  readonly projectPaste: ProjectPaste | undefined;
  /** Goes back to the list. */
  readonly onLeave: () => void;
  readonly onDelete: (title: string) => void;
}

/** A browser shows a text area of more than this too slowly. */
const MOST_CHARACTERS = 300_000;

const LINE_HEIGHT = 18;

/** The text of one object, edited in place. */
export function ObjectEditor({ tree, opened, projectPaste, onLeave, onDelete }: Props) {
  const { range, select, id } = opened;
  const all = useStore(tree.store, (state) => state.text);
  const { index } = tree.store.getState();
  const text = all.slice(range.start, range.end);
  const cut = text.length > MOST_CHARACTERS;
  const position = index.heads.findIndex((head) => head.id === id);
  const area = useRef<HTMLTextAreaElement>(null);
  const titleId = useId();

  const show = useEffectEvent(() => {
    const element = area.current;
    if (!element || !select) return;
    const start = placeInArea(text, select.start);
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, placeInArea(text, select.end));
    const above = text.slice(0, select.start).split('\n').length - 1;
    element.scrollTop = Math.max(0, above * LINE_HEIGHT - element.clientHeight / 2);
  });
  useEffect(() => {
    show();
  }, [select]);

  const change = (value: string): void => {
    tree.editOpened(fromArea(value, text));
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!projectPaste || !looksLikeManifests(pasted)) return;
    event.preventDefault();
    const target = event.currentTarget;
    void projectPaste(pasted).then((projected) => {
      const inserted = insertedText(pasted, projected);
      if (inserted === null || tree.store.getState().opened?.id !== id) return;
      target.setRangeText(inserted, target.selectionStart, target.selectionEnd, 'end');
      change(target.value);
    });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  };

  return (
    <section className="tree-object" aria-labelledby={titleId}>
      <ObjectHead
        titleId={titleId}
        head={index.heads[position] ?? null}
        line={index.lines[position] ?? 0}
        text={text}
        onDelete={onDelete}
        onClose={() => {
          onLeave();
          tree.close();
        }}
      />
      {cut && (
        <p className="tree-cut">
          {t`This document is too long to be edited here. Its beginning is shown to be read.`}
        </p>
      )}
      <textarea
        ref={area}
        className="editor-plain tree-text nokey"
        aria-labelledby={titleId}
        value={forArea(cut ? text.slice(0, MOST_CHARACTERS) : text)}
        readOnly={cut}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
      />
      <ObjectProblems tree={tree} id={id} />
    </section>
  );
}
