import { writeValue } from './persistenceDatabase';

/** Writes what it is sent and says whether that went well: writing megabytes would hold up the page for 0.1 seconds. */
self.onmessage = ({ data }: MessageEvent<unknown>): void => {
  writeValue(data).then(
    () => {
      self.postMessage(true);
    },
    () => {
      self.postMessage(false);
    },
  );
};
