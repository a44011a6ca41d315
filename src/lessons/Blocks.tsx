import { Fragment } from 'react';
import type { Block, Inline } from '../engine';
import { t } from '../language/t';

interface Props {
  readonly blocks: readonly Block[];
  /** The lesson's, which is not always that of the page. */
  readonly language: string;
}

/** A lesson's text. Nothing of it is ever handed to the browser as markup. */
export function Blocks({ blocks, language }: Props) {
  return (
    <div className="lessons-text" lang={language}>
      {blocks.map((block, index) => (
        // A text does not change while it is shown.
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h4>
          <Inlines inlines={block.inlines} />
        </h4>
      ) : (
        <h5>
          <Inlines inlines={block.inlines} />
        </h5>
      );
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'list': {
      const items = block.items.map((inlines, index) => (
        <li key={index}>
          <Inlines inlines={inlines} />
        </li>
      ));
      return block.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'code':
      return (
        <pre tabIndex={0} aria-label={t`Code`}>
          <code>{block.text}</code>
        </pre>
      );
  }
}

function Inlines({ inlines }: { readonly inlines: readonly Inline[] }) {
  return inlines.map((inline, index) => (
    <Fragment key={index}>
      <InlineView inline={inline} />
    </Fragment>
  ));
}

function InlineView({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'code':
      return <code>{inline.text}</code>;
    case 'strong':
      return (
        <strong>
          <Inlines inlines={inline.inlines} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <Inlines inlines={inline.inlines} />
        </em>
      );
    case 'link':
      return (
        <a href={inline.href} target="_blank" rel="noreferrer">
          <Inlines inlines={inline.inlines} />
        </a>
      );
  }
}
