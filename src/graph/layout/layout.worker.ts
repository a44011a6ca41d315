import type { Layout, LayoutInput } from './input';
import { layout } from './layout';

/** Everything is laid out here, off the page's own thread. */
export interface LayoutRequest {
  readonly number: number;
  readonly input: LayoutInput;
  readonly previous: Layout | null;
}

/** The layout of the request of that number. */
export interface LayoutResponse {
  readonly number: number;
  readonly layout: Layout;
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const { number, input, previous } = data;
  const response: LayoutResponse = { number, layout: layout(input, previous) };
  postMessage(response);
});
