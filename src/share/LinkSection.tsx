import { t } from '../language/t';
import './share.css';
import { Download, Maximize2, Minimize2 } from 'lucide-react';
import { Button } from '../ui/Button';
import { CopyField } from './CopyField';
import { LINK_MOST, QR_MOST, QR_READABLE, sizeWord } from './limits';
import { QrCode } from './QrCode';

interface LinkSectionProps {
  /** The link; null while it is being made. */
  readonly link: string | null;
  /** The same for an iframe. */
  readonly embedded: string | null;
  readonly withView: boolean;
  readonly onWithView: (withView: boolean) => void;
  /** The code fills the page, for a projector. */
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
  readonly onFile: () => void;
}

/** What is open as a link, as a code to scan, and as a part of another page; as a file where a link would be too long. */
export function LinkSection({ link, embedded, withView, onWithView, ...rest }: LinkSectionProps) {
  const isTooLong = link !== null && link.length > LINK_MOST;
  if (rest.isLarge && link !== null) return <LargeCode link={link} onSmall={() => rest.onLarge(false)} />;
  return (
    <section className="share-section" aria-label={t`Link`}>
      {isTooLong ? (
        <>
          <p>
            {t`A link to this would have ${sizeWord(link.length)}; over ${sizeWord(LINK_MOST)} many programs cut it. Pass it on as a file instead: dropped on this page, it opens the same.`}
          </p>
          <Button look="outlined" onClick={rest.onFile}>
            <Download aria-hidden /> {t`Download workspace file`}
          </Button>
        </>
      ) : (
        <>
          <CopyField label={t`Link`} text={link ?? t`one moment …`} action={t`Copy link`} />
          <label className="share-choice">
            <input
              type="checkbox"
              checked={withView}
              onChange={(event) => {
                onWithView(event.target.checked);
              }}
            />
            {t`As I see it now: view, filter and selection`}
          </label>
          {link !== null && <Code link={link} onLarge={() => rest.onLarge(true)} />}
          {embedded !== null && (
            <CopyField label={t`To put it into a page`} text={snippetOf(embedded)} action={t`Copy snippet`} />
          )}
          <p className="share-quiet">
            {t`${sizeWord(link?.length ?? 0)}. What it opens stands after the #, which browsers send to no server.`}{' '}
            {link?.includes('#w=') === true &&
              t`It holds the policies with their comments, and of the cluster only what policies need.`}
          </p>
        </>
      )}
    </section>
  );
}

function Code({ link, onLarge }: { readonly link: string; readonly onLarge: () => void }) {
  if (link.length > QR_MOST)
    return (
      <p className="share-quiet">
        {t`Too long for a QR code, which holds ${sizeWord(QR_MOST)}. A smaller workspace or an unchanged example fits.`}
      </p>
    );
  return (
    <div className="share-code">
      <QrCode text={link} />
      <div>
        <Button look="outlined" onClick={onLarge}>
          <Maximize2 aria-hidden /> {t`Show large`}
        </Button>
        {link.length > QR_READABLE && (
          <p className="share-quiet">{t`A dense code: show it large and hold the camera close.`}</p>
        )}
      </div>
    </div>
  );
}

function LargeCode({ link, onSmall }: { readonly link: string; readonly onSmall: () => void }) {
  return (
    <section className="share-large" aria-label={t`QR code for the projector`}>
      <QrCode text={link} />
      <Button look="outlined" onClick={onSmall} autoFocus>
        <Minimize2 aria-hidden /> {t`Smaller`}
      </Button>
    </section>
  );
}

const snippetOf = (address: string): string =>
  `<iframe src="${address.replaceAll('&', '&amp;').replaceAll('"', '%22')}" title="Netpol Playground" width="100%" height="480" style="border:0" loading="lazy"></iframe>`;
