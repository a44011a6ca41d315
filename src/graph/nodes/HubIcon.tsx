import { Activity, DoorOpen, Signpost, Waypoints, type LucideIcon } from 'lucide-react';
import type { HubKind } from '../picture/hubs';

const ICONS: Readonly<Record<HubKind, LucideIcon>> = {
  dns: Signpost,
  monitoring: Activity,
  ingress: DoorOpen,
  busy: Waypoints,
};

/** A picture for a kind of hub. */
export function HubIcon({ kind }: { readonly kind: HubKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden size={12} strokeWidth={1.8} />;
}
