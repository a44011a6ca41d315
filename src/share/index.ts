/** What is open, as a link or a file, and back. The dialog's parts are in files of their own. */
export {
  exampleParameter,
  lessonParameter,
  lessonTextParameter,
  readLink,
  withoutLink,
  workspaceParameter,
  type Link,
} from './links';
export type { SharedWorkspace } from './sharedWorkspace';
export { readWorkspaceFile, writeWorkspaceFile } from './workspaceFile';
