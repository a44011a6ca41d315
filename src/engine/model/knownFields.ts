import type { WorkloadKind } from './objects';

/**
 * The names of the fields the API has, up to Kubernetes 1.36, where a slip of the hand would change who is there.
 * https://kubernetes.io/docs/reference/kubernetes-api/
 */

/** Of every object that has a status. */
export const objectFields = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/ */
export const objectMetaFields = words(`
  annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName generation labels
  managedFields name namespace ownerReferences resourceVersion selfLink uid`);

/** Of the template of a pod or a job. */
export const templateFields = ['metadata', 'spec'];

/** Of a StatefulSet. */
export const ordinalsFields = ['start'];

/** `workloadRef` was there in 1.35 only. */
export const podSpecFields = words(`
  activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy enableServiceLinks
  ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname hostnameOverride imagePullSecrets
  initContainers nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName readinessGates
  resourceClaims resources restartPolicy runtimeClassName schedulerName schedulingGates schedulingGroup
  securityContext serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
  terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes workloadRef`);

export const containerFields = words(`
  args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe resizePolicy
  resources restartPolicy restartPolicyRules securityContext startupProbe stdin stdinOnce terminationMessagePath
  terminationMessagePolicy tty volumeDevices volumeMounts workingDir`);

export const containerPortFields = words('containerPort hostIP hostPort name protocol');

export const serviceSpecFields = words(`
  allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy
  healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP
  loadBalancerSourceRanges ports publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig
  trafficDistribution type`);

export const servicePortFields = words('appProtocol name nodePort port protocol targetPort');

export const ingressSpecFields = words('defaultBackend ingressClassName rules tls');
export const ingressRuleFields = words('host http');
export const ingressHttpFields = words('paths');
export const ingressPathFields = words('backend path pathType');
export const ingressBackendFields = words('resource service');
export const ingressServiceFields = words('name port');

export const workloadSpecFields: Readonly<Record<WorkloadKind, readonly string[]>> = {
  Deployment: words(`
    minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector strategy template`),
  StatefulSet: words(`
    minReadySeconds ordinals persistentVolumeClaimRetentionPolicy podManagementPolicy replicas revisionHistoryLimit
    selector serviceName template updateStrategy volumeClaimTemplates`),
  DaemonSet: words('minReadySeconds revisionHistoryLimit selector template updateStrategy'),
  ReplicaSet: words('minReadySeconds replicas selector template'),
  ReplicationController: words('minReadySeconds replicas selector template'),
  Job: words(`
    activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy manualSelector
    maxFailedIndexes parallelism podFailurePolicy podReplacementPolicy selector successPolicy suspend template
    ttlSecondsAfterFinished`),
  CronJob: words(`
    concurrencyPolicy failedJobsHistoryLimit jobTemplate schedule startingDeadlineSeconds successfulJobsHistoryLimit
    suspend timeZone`),
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
