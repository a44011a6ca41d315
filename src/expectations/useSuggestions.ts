import { useEffect, useState } from 'react';
import type { Topology } from '../engine';
import { askEngine } from '../state/askEngine';

/** What an end may be, besides workloads and pods: as it is written in the file, in no language. */
function phrases({ namespaces }: Topology): readonly string[] {
  const inside = namespaces.flatMap(({ name }) => [`namespace ${name}`, `not namespace ${name}`]);
  return ['any pod', 'outside', ...inside];
}

/** What may be meant by what stands in a field. */
export function useSuggestions(text: string, topology: Topology | null): readonly string[] {
  const [found, setFound] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOver = false;
    void askEngine({ kind: 'suggest', text }).then((told) => {
      if (isOver || told === null) return;
      setFound(told.map(({ value }) => value).filter((value) => !value.startsWith('service:')));
    });
    return () => {
      isOver = true;
    };
  }, [text]);
  const words = text.toLowerCase();
  return [...(topology ? phrases(topology).filter((one) => one.includes(words)) : []), ...found];
}
