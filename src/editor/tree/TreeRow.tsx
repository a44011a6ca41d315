import { ChevronRight, CircleAlert, TriangleAlert } from 'lucide-react';
import type { MouseEvent } from 'react';
import { grouped } from '../../language/t';
import { Name } from '../../ui/Name';
import type { RowProblems } from './problems';
import type { Row } from './rows';
import { headTitle, problemWords } from './words';

interface Props {
  readonly row: Row;
  /** Element id. */
  readonly id: string;
  readonly top: number;
  /** Line breaks before the object. */
  readonly line: number;
  readonly focused: boolean;
  readonly opened: boolean;
  readonly problems: RowProblems | undefined;
  readonly onClick: (row: Row, event: MouseEvent) => void;
}

/** One line of the tree. */
export function TreeRow({ row, id, top, line, focused, opened, problems, onClick }: Props) {
  const title = row.type === 'object' ? headTitle(row.head, line) : row.title;
  return (
    <div
      id={id}
      role="treeitem"
      className="tree-row"
      data-type={row.type}
      data-level={row.level}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.positionInSet}
      aria-selected={opened}
      {...(row.type !== 'object' && { 'aria-expanded': row.expanded })}
      tabIndex={focused ? 0 : -1}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={(event) => onClick(row, event)}
    >
      {row.type !== 'object' && <ChevronRight className="tree-chevron" size={14} aria-hidden />}
      <span className="ui-hidden">{title}</span>
      <Name className="tree-title" name={title} title={title} aria-hidden />{' '}
      {row.type !== 'object' && (
        <span className="tree-amount">{row.counts === '' ? grouped(row.size) : row.counts}</span>
      )}
      {problems && <Badge {...problems} />}
    </div>
  );
}

function Badge({ errors, warnings }: RowProblems) {
  const Icon = errors > 0 ? CircleAlert : TriangleAlert;
  const words = problemWords(errors, warnings);
  return (
    <span className="tree-badge" title={words}>
      <Icon size={13} aria-hidden />
      <span aria-hidden>{grouped(errors + warnings)}</span>
      <span className="ui-hidden">, {words}</span>
    </span>
  );
}
