import { t } from '../language/t';

/** One stop of the tour: what is pointed at, and what is said about it. */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** The element pointed at: the first of these that is on the screen. */
  readonly at: readonly string[];
}

/** The whole of it, about a minute. */
export const tourSteps = (): readonly TourStep[] => [
  {
    title: t`Write here`,
    text: t`Manifests stand on the left: change one, paste your own, or drop a whole dump of a cluster. Nothing of it leaves your browser.`,
    at: ['#pane-editor'],
  },
  {
    title: t`See who reaches whom`,
    text: t`Each line is a connection: blue is allowed by a rule, grey is open because nothing decides, dashed with a stop sign is blocked. The lines change while you type.`,
    at: ['.graph-canvas', '#pane-picture'],
  },
  {
    title: t`Ask why`,
    text: t`Click a line or a card: beside the picture stands which policy decides, and a click there goes to its place in the text.`,
    at: ['#pane-details > *', '.graph-canvas'],
  },
  {
    title: t`The same as a table`,
    text: t`The matrix has rows that send and columns that receive. It can be exported for a report.`,
    at: ['.app-forms'],
  },
  {
    title: t`Find something`,
    text: t`Type a name, ns:shop or verdict:blocked to see only that.`,
    at: ['.search', '.app-row'],
  },
  {
    title: t`Share it, and more`,
    text: t`Under More are links to share, exports, the glossary and this tour. Dotted words explain themselves when you point at them.`,
    at: ['.app-header > button:last-child'],
  },
];
