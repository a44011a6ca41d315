import { Name } from '../../ui/Name';
import type { LabelsLook } from '../picture/tellingLabels';

interface LabelChipsProps {
  /** All of them, for the tooltip, … */
  readonly all: LabelsLook;
  /** … and those that are told, in their order. */
  readonly labels: LabelsLook;
  /** Width they may take. */
  readonly room: number;
}

const SHOWN = 3;
const LETTER = 6.1;
const AROUND = 13;
const MORE = 20;

/** The labels selectors will probably use, as many as fit; all of them on hover. */
export function LabelChips({ all, labels, room: width }: LabelChipsProps) {
  const shown: string[] = [];
  let room = width - MORE;
  for (const [key, value] of labels.slice(0, SHOWN)) {
    const text = `${lastPart(key)}=${value}`;
    room -= text.length * LETTER + AROUND;
    if (shown.length > 0 && room < 0) break;
    shown.push(text);
  }
  const more = labels.length - shown.length;
  return (
    <div className="graph-labels" title={all.map(([key, value]) => `${key}: ${value}`).join('\n')}>
      {shown.map((text) => (
        <Name key={text} className="graph-label" name={text} />
      ))}
      {more > 0 && <span className="graph-more">+{more}</span>}
    </div>
  );
}

const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
