import { projectText, type Projection } from './project';

/** A text to be projected; the number finds its answer. */
export interface ProjectRequest {
  readonly id: number;
  readonly text: string;
}

export interface ProjectResponse extends Projection {
  readonly id: number;
}

self.onmessage = ({ data: { id, text } }: MessageEvent<ProjectRequest>): void => {
  const { text: kept, dropped } = projectText(text);
  const response: ProjectResponse = { id, text: kept, dropped };
  self.postMessage(response);
};
