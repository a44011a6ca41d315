import { Box, Boxes, CirclePlay, Clock, Copy, Database, Layers, Server, type LucideIcon } from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  Deployment: Layers,
  StatefulSet: Database,
  DaemonSet: Server,
  ReplicaSet: Copy,
  ReplicationController: Copy,
  Job: CirclePlay,
  CronJob: Clock,
  Pod: Box,
};

/** A picture for a kind of workload. */
export function KindIcon({ kind }: { readonly kind: string }) {
  const Icon = ICONS[kind] ?? Boxes;
  return <Icon className="graph-kind" aria-hidden size={15} strokeWidth={1.8} />;
}
