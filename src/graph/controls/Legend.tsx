import { Globe, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../language/t';
import { IconButton } from '../../ui/IconButton';
import { HubIcon } from '../nodes/HubIcon';
import { LockBadge } from '../nodes/LockBadge';
import { sampleLocks } from '../picture/nodeSentences';
import { paneStore } from '../paneStore';
import { Sample } from './Sample';

const HUBS = ['dns', 'monitoring', 'ingress', 'busy'] as const;

interface LegendProps {
  /** Some cards stand for several workloads. */
  readonly folds: boolean;
  /** Hubs are glyphs. */
  readonly hubs: boolean;
}

/** What every line, mark and badge means, drawn by the parts that draw the picture. */
export function Legend({ folds, hubs }: LegendProps) {
  return (
    <section className="graph-legend" aria-label={t`Legend`}>
      <IconButton
        className="graph-legend-close"
        label={t`Close the legend`}
        icon={<X aria-hidden />}
        onClick={() => {
          paneStore.setState({ legend: false });
        }}
      />
      <dl>
        <Row sample={<Sample kind="allowed" />}>{t`can reach on the ports shown`}</Row>
        <Row sample={<Sample kind="every" />}>{t`can reach on every port`}</Row>
        <Row sample={<Sample kind="open" />}>{t`can reach: nothing decides this`}</Row>
        <Row sample={<Sample kind="mutual" />}>{t`can reach each other: nothing decides this`}</Row>
        <Row sample={<Sample kind="blocked" />}>{t`cannot reach: stopped leaving the source`}</Row>
        <Row sample={<Sample kind="blocked-in" />}>{t`cannot reach: stopped entering the destination`}</Row>
        <Row sample={<Sample kind="unknown" />}>{t`cannot say`}</Row>
        <Row sample={<Sample kind="allowed" changed />}>{t`just changed: + opened, − closed`}</Row>
        {folds && (
          <Row sample={<Sample kind="several" />}>{t`several pairs: the wider, the more of them pass`}</Row>
        )}
        {folds && (
          <Row sample={<span className="graph-card-ports">12/40</span>}>
            {t`on a namespace: how many of the pairs inside it pass`}
          </Row>
        )}
        <Row sample={<LockBadge type="ingress" lock={sampleLocks.closed} />}>
          {t`isolated: only what a policy allows comes in (out)`}
        </Row>
        <Row sample={<LockBadge type="ingress" lock={sampleLocks.open} />}>
          {t`no policy isolates it in this direction`}
        </Row>
        <Row sample={<LockBadge type="ingress" lock={sampleLocks.unsure} />}>
          {t`whether a policy isolates it cannot be said`}
        </Row>
        {folds && (
          <Row sample={<LockBadge type="ingress" lock={sampleLocks.some} />}>
            {t`isolated for some of them`}
          </Row>
        )}
        <Row
          sample={
            <span className="graph-glyph">
              <Globe aria-hidden size={13} />
            </span>
          }
        >
          {t`reachable from outside, or can reach outside`}
        </Row>
        {hubs && (
          <Row
            sample={
              <span className="graph-glyph">
                {HUBS.map((kind) => (
                  <HubIcon key={kind} kind={kind} />
                ))}
              </span>
            }
          >
            {t`connected with DNS, monitoring, an ingress controller, or what else most talk to`}
          </Row>
        )}
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
