import type { StubLook } from '../picture/looks';

/** The end of the lines that are not drawn, with their number. */
export function Stub({ stub }: { readonly stub: StubLook | null }) {
  if (stub === null) return null;
  return (
    <span className="graph-stub" role="img" aria-label={stub.sentence} title={stub.sentence}>
      +{stub.count}
    </span>
  );
}
