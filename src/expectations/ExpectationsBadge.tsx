import { useEffect } from 'react';
import { useStore } from 'zustand';
import { resultsStore, watchExpectations } from './resultsStore';
import { holding, summary } from './words';
import './badge.css';

/** How many expectations hold, beside the button that shows them; says it aloud when one holds no longer. */
export function ExpectationsBadge() {
  useEffect(watchExpectations, []);
  const { results, news } = useStore(resultsStore);
  return (
    <>
      {results !== null && results.length > 0 && (
        <span
          className="expectations-badge"
          data-holds={holding(results) === results.length}
          title={summary(results)}
        >
          {holding(results)}/{results.length}
        </span>
      )}
      <span className="ui-hidden" role="status">
        {news}
      </span>
    </>
  );
}
