import { plainView, type Picture, type Topology } from '../engine';
import { policyBook } from '../engine/compile/policyBook';
import { PortSets } from '../engine/compile/portSet';
import { QuestionBook } from '../engine/compile/questions';
import { buildSpace, type Space } from '../engine/compile/space';
import { Units } from '../engine/evaluate/ends';
import { Judge } from '../engine/evaluate/judge';
import { RowBook, type Rows } from '../engine/evaluate/rows';
import { buildScene } from '../engine/evaluate/scene';
import { updateCells } from '../engine/evaluate/updateCells';
import { buildCluster } from '../engine/model/cluster';
import { bookkeepingLabels } from '../engine/model/controllerLabels';
import { pictureOf } from '../engine/picture';
import type { Inhabitants } from './inhabitants';

/** From here on any question about any pair can be answered. */
export interface Ready {
  readonly space: Space;
  readonly units: Units;
  readonly sets: PortSets;
  readonly rows: Rows;
  readonly named: ReadonlySet<string>;
}

/** The stages behind the decoders, with nothing remembered from another time. */
export function becomeReady({ objects, policies }: Inhabitants): Ready {
  const book = policyBook(policies, [], []);
  const questions = new QuestionBook().update(book);
  const cluster = buildCluster(objects, new Set(bookkeepingLabels.filter((key) => questions.keys.has(key))));
  const space = buildSpace(cluster, questions, 'spec');
  const units = new Units(space);
  const sets = new PortSets();
  const rows = new RowBook().build(space, sets, book);
  return { space, units, sets, rows, named: questions.values };
}

/** The picture in the plain view, as well from nothing. */
export function drawAll({ space, units, sets, rows, named }: Ready): {
  readonly picture: Picture;
  readonly topology: Topology;
} {
  const scene = buildScene(space, units, plainView, named);
  const { cells } = updateCells(null, scene, new Judge(space, sets, rows));
  return { picture: pictureOf(cells), topology: scene.topology };
}
