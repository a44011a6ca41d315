import type { Entity } from '../../engine';
import { t } from '../../language/t';
import { tellingOf } from '../../ui/cutName';
import { POD_CARD } from '../layout/cardSize';
import { frameOf } from '../layout/kins';
import { cardLooks } from './cardLooks';
import { frameLooks } from './frameLooks';
import { MAP } from './layers';
import type { FrameLook, PictureNode } from './looks';
import { alikeSentence, namespaceSentence, podSentence, workloadSentence } from './nodeSentences';
import { groundOf } from './ground';
import { placed } from './placed';
import type { Scene } from './scene';
import { tellingLabels } from './tellingLabels';

/** The cards, in the order of the layout: the Tab key follows the picture. */
export function cardNodes(scene: Scene): readonly PictureNode[] {
  const { answer, places, selection, seen, changes, unfolded, sight } = scene;
  const { entities } = answer.topology;
  const { lookOf, strengthOf } = cardLooks(scene);
  const frames = frameLooks(answer);
  const { totals, passing } = answer.picture;
  const asked = new Set(answer.askedLabels);
  const tellings = tellingOf(entities, kinOf);
  return [...places.cards].flatMap(([index, box]): PictureNode[] => {
    const entity = entities[index];
    // A lens hides it: its place stays empty.
    if (entity === undefined || seen?.cards[index] === 2) return [];
    const card = lookOf(index);
    const telling = tellings[index] ?? 0;
    const selected = selection.kind === 'entity' && selection.entity === entity.id;
    const change = changes.cards.get(index);
    const className = change === undefined ? '' : `graph-news graph-news-${change}`;
    const zIndex = change === undefined ? MAP.card : MAP.card + 1;
    const domAttributes = { 'aria-roledescription': t`card` };
    const common = { id: entity.id, ...placed(box), selected, zIndex, className, domAttributes };
    switch (entity.kind) {
      case 'workload': {
        const group = `alike/${entity.namespace}/${entity.id}`;
        const labels = tellingLabels(entity.labels, asked);
        const data = { entity, card, telling, labels, group: unfolded.includes(group) ? group : null };
        return [{ ...common, type: 'workload', data, ariaLabel: workloadSentence(entity, card) }];
      }
      case 'alike': {
        const data = { entity, card, telling, labels: tellingLabels(entity.labels, asked) };
        return [{ ...common, type: 'alike', data, ariaLabel: alikeSentence(entity, card) }];
      }
      case 'pod': {
        const short = ownPart(entity.name, entity.workload);
        const data = { entity, card, short, scale: box.height / POD_CARD.height };
        return [{ ...common, type: 'pod', data, draggable: false, ariaLabel: podSentence(entity, card) }];
      }
      case 'namespace': {
        const frame = frames.get(frameOf(entity.namespace)) ?? NO_FRAME;
        const cell = index * entities.length + index;
        const inside = { passing: passing[cell] ?? 0, total: totals[cell] ?? 0 };
        const data = {
          entity,
          card,
          frame,
          inside,
          ground: groundOf(entity.name, box, sight, [card.ingress, card.egress]),
        };
        return [{ ...common, type: 'namespace', data, ariaLabel: namespaceSentence(data) }];
      }
      case 'outside': {
        const data = {
          entity,
          strength: strengthOf(index),
          ground: groundOf(entity.name, box, sight, []),
        };
        const ariaLabel = t`${entity.name}, every address outside the cluster`;
        return [{ ...common, type: 'outside', data, ariaLabel }];
      }
      case 'external': {
        const data = { entity, strength: strengthOf(index), telling };
        return [{ ...common, type: 'external', data, ariaLabel: t`${entity.name}, outside the cluster` }];
      }
    }
  });
}

/** Whose name stands beside whose. */
const kinOf = (entity: Entity): string => ('namespace' in entity ? entity.namespace : '');

const NO_FRAME: FrameLook = {
  id: '',
  title: '',
  telling: 0,
  outside: false,
  declared: true,
  ingressPolicies: [],
  egressPolicies: [],
};

/** `web-5d4f8c7b9-x7x2p` of the workload web is told from its siblings by its last part. */
function ownPart(pod: string, workload: string): string {
  const name = workload.slice(workload.lastIndexOf('/') + 1);
  const rest = pod.startsWith(`${name}-`) ? pod.slice(name.length + 1) : pod;
  return rest.slice(rest.lastIndexOf('-') + 1);
}
