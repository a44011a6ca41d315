interface MarkProps {
  /** Where on the line; the mark is drawn around the origin. */
  readonly transform: string;
}

/** No entry: nothing gets past here. */
export function StopMark({ transform }: MarkProps) {
  return (
    <g className="graph-mark" transform={transform}>
      <circle className="graph-mark-disc" r="7" />
      <rect className="graph-mark-sign" x="-4" y="-1.3" width="8" height="2.6" rx="0.5" />
    </g>
  );
}

/** It gets through this gate. */
export function PassMark({ transform }: MarkProps) {
  return (
    <g className="graph-mark" transform={transform}>
      <circle className="graph-mark-disc" r="8" />
      <path className="graph-mark-tick" d="M-3.6,0.2L-1.1,2.8L3.8,-2.6" />
    </g>
  );
}

/** Nothing here decides it. */
export function QuestionMark({ transform }: MarkProps) {
  return (
    <g className="graph-mark" transform={transform}>
      <circle className="graph-mark-disc" r="9" />
      <text className="graph-mark-text" textAnchor="middle" dy="4.2">
        ?
      </text>
    </g>
  );
}
