import { intakeStore } from './intakeStore';
import { projectInBackground } from './projectInBackground';

/** What to put into the editor in place of pasted text, or null when the text can stay as it is. */
export async function projectPaste(text: string): Promise<string | null> {
  const projection = await projectInBackground(text);
  if (projection.text === text) return null;
  const { begin, finish } = intakeStore.getState();
  begin();
  finish({ files: [], dropped: projection.dropped, refused: [] });
  return projection.text;
}
