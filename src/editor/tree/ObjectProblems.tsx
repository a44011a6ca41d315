import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import type { Severity } from '../../engine';
import { t } from '../../language/t';
import type { Tree } from './treeStore';

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info } as const satisfies Record<
  Severity,
  unknown
>;

function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t`error`;
    case 'warning':
      return t`warning`;
    case 'info':
      return t`info`;
  }
}

/** The problems of the opened object; a click selects the place. */
export function ObjectProblems({ tree, id }: { readonly tree: Tree; readonly id: number }) {
  const problems = useStore(tree.store, (state) => state.problems.byObject.get(id));
  if (!problems) return null;
  return (
    <ul className="tree-problems" aria-label={t`Problems of this object`}>
      {problems.map((problem, index) => {
        const { severity, message, path } = problem;
        const Icon = icons[severity];
        return (
          <li key={index}>
            <button type="button" className="tree-problem" onClick={() => tree.selectInOpened(problem)}>
              <Icon size={14} aria-label={severityWord(severity)} />
              <span>
                {message} {path !== '' && <code>{path}</code>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
