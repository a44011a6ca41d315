import { FolderOpen, Pin, Undo2 } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { versionStore, type Version } from '../state/versions';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { pinBaseline } from './baseline';
import type { ComparisonPanelProps } from './ComparisonPanel';
import { timeWords } from './words';

type PinChoicesProps = Omit<ComparisonPanelProps, 'onClose'>;

/** What can be compared with: the text as it is, files, or an earlier version. */
export function PinChoices({ readFiles, bringBack, strip }: PinChoicesProps) {
  const versions = useStore(versionStore, (state) => state.versions);
  const pinNow = (): void => {
    const { files, cni } = documentStore.getState();
    void pinBaseline({ label: t`the state of ${timeWords(Date.now())}`, files, cni }, strip);
  };
  const pinFiles = async (): Promise<void> => {
    const files = await readFiles();
    if (files === null || files.length === 0) return;
    const [first = '', ...rest] = files.map(({ name }) => name);
    const label = rest.length > 0 ? t`${first} and ${rest.length} more` : first;
    await pinBaseline({ label, files, cni: documentStore.getState().cni }, strip);
  };
  return (
    <>
      <div className="comparison-buttons">
        <Button look="outlined" onClick={pinNow}>
          <Pin aria-hidden />
          {t`Pin this state`}
        </Button>
        <Button look="outlined" onClick={() => void pinFiles()}>
          <FolderOpen aria-hidden />
          {t`Pin files…`}
        </Button>
      </div>
      <h3 className="comparison-title" id="comparison-versions">
        {t`Earlier versions`}
      </h3>
      {versions.length === 0 && <p className="comparison-quiet">{t`None yet: they come as you edit.`}</p>}
      <ul className="comparison-list" aria-labelledby="comparison-versions">
        {versions.map((version, index) => (
          <VersionRow
            key={version.id}
            version={version}
            isNewest={index === 0}
            onPin={() => {
              const label = `${timeWords(version.time)}, ${version.words}`;
              void pinBaseline({ label, files: version.files, cni: version.cni }, strip);
            }}
            onBringBack={() => {
              bringBack(version);
            }}
          />
        ))}
      </ul>
    </>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly isNewest: boolean;
  readonly onPin: () => void;
  readonly onBringBack: () => void;
}

function VersionRow({ version: { time, words }, isNewest, onPin, onBringBack }: VersionRowProps) {
  const name = `${timeWords(time)} · ${words}`;
  return (
    <li className="comparison-version">
      <span className="comparison-version-name">
        {name}
        {isNewest && <span className="comparison-quiet"> {t`(newest)`}</span>}
      </span>
      <IconButton
        label={t`Compare with ${name}`}
        tip="below-left"
        icon={<Pin aria-hidden />}
        onClick={onPin}
      />
      <IconButton
        label={t`Bring back ${name}`}
        tip="below-left"
        icon={<Undo2 aria-hidden />}
        onClick={onBringBack}
      />
    </li>
  );
}
