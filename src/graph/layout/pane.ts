import { around, type Box } from '../geometry/box';

/** The pane that shows it, about; only the proportion and where text becomes small matter. */
const PANE = { width: 870, height: 730 };
const MARGIN = 60;
const ZOOM_ENOUGH = 1.1;

/** At which zoom all of it fits the pane. */
export function zoomOf(boxes: Iterable<Box>): number {
  const { width, height } = around(boxes);
  return Math.min(PANE.width / (width + MARGIN), PANE.height / (height + 80), ZOOM_ENOUGH);
}

/** How much wider a box could be and still fit the pane at the zoom it has; below zero where its width decides that. */
export function spareWidth(box: Box): number {
  return PANE.width / zoomOf([{ ...box, width: 0 }]) - MARGIN - box.width;
}
