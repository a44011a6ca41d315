import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { t } from '../language/t';
import { Button } from '../ui/Button';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  /** What the button says. */
  readonly action: string;
}

const COPIED_MS = 2000;

/** A text one can read, select and copy. */
export function CopyField({ label, text, action }: CopyFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(setCopied, COPIED_MS, null);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(text);
      },
      () => {
        // The browser does not allow it: the person presses the keys.
        field.current?.select();
      },
    );
  };
  const isCopied = copied === text;
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        readOnly
        value={text}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <Button look="outlined" onClick={copy}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        {isCopied ? t`Copied` : action}
      </Button>
      <span className="share-said" role="status">
        {isCopied ? t`Copied` : ''}
      </span>
    </div>
  );
}
