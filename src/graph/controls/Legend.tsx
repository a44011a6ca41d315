import { Globe, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton';
import { LockBadge } from '../nodes/LockBadge';
import { paneStore } from '../paneStore';
import { Sample } from './Sample';

/** What every line, mark and badge means, drawn by the parts that draw the picture. */
export function Legend() {
  return (
    <section className="graph-legend" aria-label="Legend">
      <IconButton
        className="graph-legend-close"
        label="Close the legend"
        icon={<X aria-hidden />}
        onClick={() => {
          paneStore.setState({ legend: false });
        }}
      />
      <dl>
        <Row sample={<Sample kind="allowed" />}>can reach on the ports shown</Row>
        <Row sample={<Sample kind="every" />}>can reach on every port</Row>
        <Row sample={<Sample kind="open" />}>can reach each other: nothing decides this</Row>
        <Row sample={<Sample kind="blocked" />}>cannot reach: stopped leaving the source</Row>
        <Row sample={<Sample kind="blocked-in" />}>cannot reach: stopped entering the destination</Row>
        <Row sample={<Sample kind="unknown" />}>cannot say</Row>
        <Row sample={<Sample kind="allowed" changed />}>just changed: + opened, − closed</Row>
        <Row sample={<LockBadge type="ingress" closed />}>
          isolated: only what a policy allows comes in (out)
        </Row>
        <Row sample={<LockBadge type="ingress" closed={false} />}>no policy selects it in this direction</Row>
        <Row
          sample={
            <span className="graph-globe">
              <Globe aria-hidden size={13} />
            </span>
          }
        >
          reachable from outside, or can reach outside
        </Row>
      </dl>
    </section>
  );
}

function Row({ sample, children }: { readonly sample: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="graph-legend-row">
      <dt>{sample}</dt>
      <dd>{children}</dd>
    </div>
  );
}
