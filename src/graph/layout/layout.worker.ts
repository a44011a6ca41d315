import type { Layout, LayoutInput } from './input';
import { layout } from './layout';

/** Large pictures are laid out here, off the page's own thread. */
export interface LayoutRequest {
  readonly input: LayoutInput;
  readonly previous: Layout | null;
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  postMessage(layout(data.input, data.previous));
});
