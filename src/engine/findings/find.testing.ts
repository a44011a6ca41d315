import type { CniProfile } from '../answer';
import type { SourceFile } from '../source';
import { Session } from '../session';
import { applyEdits } from './edit';
import type { Finding, Fix } from './finding';
import { findingsOf } from './findings';

/** One text, or texts by the name of their file. */
type Texts = string | Readonly<Record<string, string>>;

/** What all checks find. A file's id is its name; a single text is `a.yaml`. */
export function findIn(texts: Texts, cni: CniProfile = 'spec'): readonly Finding[] {
  const byName = typeof texts === 'string' ? { 'a.yaml': texts } : texts;
  const files: SourceFile[] = Object.entries(byName).map(([name, text]) => ({ id: name, name, text }));
  const session = new Session();
  session.analyze(files, cni);
  const { evaluation } = session;
  return evaluation ? findingsOf(evaluation).findings : [];
}

/** The codes of what is found, in the order of the text. */
export function codesIn(texts: Texts, cni?: CniProfile): readonly string[] {
  return findIn(texts, cni).map(({ code }) => code);
}

/** What is found by one check. */
export function findingsOfCode(texts: Texts, code: string, cni?: CniProfile): readonly Finding[] {
  return findIn(texts, cni).filter((finding) => finding.code === code);
}

/** The text of a single file after the fix. */
export function applyFix(text: string, fix: Fix | undefined): string {
  if (fix === undefined) throw new Error('no fix');
  return applyEdits(
    text,
    fix.edits.map(({ place, text: inserted }) => ({ range: place, text: inserted })),
  );
}

/** The words of the text that a finding marks. */
export function markedIn(text: string, finding: Pick<Finding, 'place'> | undefined): string {
  if (finding === undefined) throw new Error('nothing found');
  return text.slice(finding.place.start, finding.place.end);
}
