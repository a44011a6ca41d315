import type { CniProfile } from '../answer';
import type { PortSets } from '../compile/portSet';
import { QuestionBook } from '../compile/questions';
import { buildSpace, SpaceMemory, type Space } from '../compile/space';
import { Units } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { RowBook } from '../evaluate/rows';

/** Evaluates the objects of another evaluation under one profile, and keeps what an edit leaves alone. */
class Profile {
  readonly #cni: CniProfile;
  readonly #questions = new QuestionBook();
  readonly #spaces = new SpaceMemory();
  readonly #rows = new RowBook();
  #space: { readonly version: number; readonly space: Space; readonly units: Units } | null = null;

  constructor(cni: CniProfile) {
    this.#cni = cni;
  }

  evaluate({ space: { cluster }, sets, book, locate }: Evaluated): Evaluated {
    const { version } = this.#questions.update(book);
    if (this.#space?.version !== version || this.#space.space.cluster !== cluster) {
      const space = buildSpace(cluster, this.#questions, this.#cni, this.#spaces);
      this.#space = { version, space, units: new Units(space) };
    }
    const { space, units } = this.#space;
    return { space, units, sets, book, locate, rows: this.#rows.build(space, sets, book) };
  }
}

/** One set of them for each pipeline, which is known by its port sets. */
const profiles = new WeakMap<PortSets, Map<CniProfile, Profile>>();

/** The same objects under another profile. Port sets have the same numbers in both. */
export function underProfile(state: Evaluated, cni: CniProfile): Evaluated {
  if (state.space.cni === cni) return state;
  const own = profiles.get(state.sets) ?? new Map<CniProfile, Profile>();
  profiles.set(state.sets, own);
  let profile = own.get(cni);
  if (!profile) own.set(cni, (profile = new Profile(cni)));
  return profile.evaluate(state);
}
