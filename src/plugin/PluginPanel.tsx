import { grouped, t } from '../language/t';
import { useDocuments } from '../state/hooks';
import { useAsked } from '../state/useAsked';
import { SidePanel, type SidePanelProps } from '../ui/SidePanel';
import { PluginNotes } from './PluginNotes';
import { ProfileSection } from './ProfileSection';
import './plugin.css';

const question = { kind: 'cniDifferences' } as const;

/** What the profiles decide otherwise here, pair by pair, and what is documented of the plugins behind them. */
export function PluginPanel({ onClose }: SidePanelProps) {
  const cni = useDocuments((state) => state.cni);
  const told = useAsked<'cniDifferences'>(question);
  return (
    <SidePanel title={t`What plugins do differently`} onClose={onClose}>
      <div className="plugin" aria-busy={told === null}>
        <ProfileSection
          profile="spec"
          isChosen={cni === 'spec'}
          summary={t`What the Kubernetes API promises, and the upstream tests require. The others are compared with it.`}
          differences={null}
        />
        <ProfileSection
          profile="cilium"
          isChosen={cni === 'cilium'}
          summary={t`As the specification, but an ipBlock matches neither pods nor nodes of the cluster, and egress to a pod’s own node is judged like any other.`}
          differences={told?.cilium ?? null}
        />
        <ProfileSection
          profile="none"
          isChosen={cni === 'none'}
          summary={
            told === null
              ? t`flannel, kubenet and kindnet before kind 0.24 accept policies, and they have no effect: everything is allowed.`
              : t`flannel, kubenet and kindnet before kind 0.24 accept policies (${grouped(told.policies)} here), and they have no effect: everything is allowed.`
          }
          differences={told?.none ?? null}
        />
        <PluginNotes />
      </div>
    </SidePanel>
  );
}
