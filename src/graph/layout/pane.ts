import { around, type Box } from '../geometry/box';

/** The pane that shows it, about; only the proportion and where text becomes small matter. */
const PANE = { width: 870, height: 730 };
const ZOOM_ENOUGH = 1.1;

/** At which zoom all of it fits the pane. */
export function zoomOf(boxes: Iterable<Box>): number {
  const { width, height } = around(boxes);
  return Math.min(PANE.width / (width + 60), PANE.height / (height + 80), ZOOM_ENOUGH);
}
