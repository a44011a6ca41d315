import type { HeadText } from './head';

type Section = 'elsewhere' | 'metadata' | 'labels';

/** A value as it stands after its key: without quotes and without a comment. */
function scalar(text: string): string {
  const value = text.trim();
  const quote = value.charAt(0);
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1);
    return end < 0 ? '' : value.slice(1, end);
  }
  if (!value.includes('#')) return value;
  const comment = value.search(/(?:^|\s)#/);
  return comment < 0 ? value : value.slice(0, comment).trimEnd();
}

/** `{app: web, tier: db}` as `app=web tier=db`. */
const flowLabels = (text: string): string =>
  [...text.matchAll(/["']?([\w./-]+)["']?\s*:\s*["']?([\w.-]*)/g)]
    .map(([, key = '', value = '']) => `${key}=${value}`)
    .join(' ');

/** `app: web` as `app=web`. */
function label(line: string): string {
  const colon = line.indexOf(': ');
  return colon < 0 ? '' : `${scalar(line.slice(0, colon))}=${scalar(line.slice(colon + 2))}`;
}

/** Reads the head of one object from its lines, given one after the other. Knows block style at fixed indentation. */
export class BlockHeadReader {
  private kind = '';
  private name = '';
  private namespace = '';
  private readonly labels: string[] = [];
  private section: Section = 'elsewhere';
  private inMetadata = false;
  private metadataColumn = -1;
  private readonly column: number;

  /** The object's keys stand at that column. */
  constructor(column: number) {
    this.column = column;
  }

  /** A line that holds something at `column`: where that starts, and where the line ends. */
  read(text: string, column: number, start: number, end: number): void {
    if (column === this.column) this.readKey(text, start, end);
    else if (this.inMetadata && column > this.column) this.readMetadata(text, column, start, end);
  }

  head(): HeadText {
    const { kind, namespace, name, labels } = this;
    return { kind, namespace, name, labels: labels.join(' ') };
  }

  private readKey(text: string, start: number, end: number): void {
    this.inMetadata = false;
    this.section = 'elsewhere';
    if (text.startsWith('kind:', start)) this.kind = scalar(text.slice(start + 5, end));
    else if (text.startsWith('metadata:', start)) {
      this.inMetadata = true;
      this.metadataColumn = -1;
      const value = text.slice(start + 9, end).trim();
      if (value.startsWith('{')) this.readFlowMetadata(value);
    }
  }

  private readMetadata(text: string, column: number, start: number, end: number): void {
    if (this.metadataColumn < 0) this.metadataColumn = column;
    if (column === this.metadataColumn) {
      this.section = 'metadata';
      if (text.startsWith('name:', start)) this.name = scalar(text.slice(start + 5, end));
      else if (text.startsWith('namespace:', start)) this.namespace = scalar(text.slice(start + 10, end));
      else if (text.startsWith('labels:', start)) {
        this.section = 'labels';
        const value = text.slice(start + 7, end);
        if (value.includes('{')) this.labels.push(flowLabels(value));
      }
    } else if (this.section === 'labels') {
      const said = label(text.slice(start, end));
      if (said !== '') this.labels.push(said);
    }
  }

  private readFlowMetadata(value: string): void {
    this.name = /[{,]\s*name:\s*["']?([^\s,}"']+)/.exec(value)?.[1] ?? '';
    this.namespace = /[{,]\s*namespace:\s*["']?([^\s,}"']+)/.exec(value)?.[1] ?? '';
    this.labels.push(flowLabels(/labels:\s*\{([^}]*)/.exec(value)?.[1] ?? ''));
  }
}
