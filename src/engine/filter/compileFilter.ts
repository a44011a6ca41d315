import { t } from '../../language/t';
import { Tone } from '../answer';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import type { Judge, PairVerdict, Side } from '../evaluate/judge';
import type { ContainerPort } from '../model/objects';
import { askedAt, knownPorts } from './askedPorts';
import { holdersOf } from './entityTerms';
import type {
  AskedPorts,
  AskedVerdict,
  EntityTerm,
  Expression,
  FilterProblem,
  PairTerm,
  Term,
} from './expression';
import { namedPolicies } from './policyTerm';
import type { Subject } from './subjects';

/** Does it hold? null: that is a question about pairs. */
type Holds = boolean | null;

/** An expression made ready for many questions; subjects and pairs are given by index of the subject. */
export interface CompiledFilter {
  /** Of a subject by itself. */
  readonly holds: (subject: number) => Holds;
  /** Of an ordered pair; the two are known to be one. */
  readonly holdsFor: (source: number, destination: number) => boolean;
  /** Equal for subjects that no condition tells apart, but for their classes. */
  readonly keyOf: (subject: number) => string;
  /** Conditions nothing fulfils. */
  readonly problems: readonly FilterProblem[];
}

type Compiled = Pick<CompiledFilter, 'holds' | 'holdsFor'>;

/** Looks every name up once, so that asking about a pair costs little. */
export function compileFilter(
  expression: Expression,
  subjects: readonly Subject[],
  state: Evaluated,
  judge: Judge,
): CompiledFilter {
  const problems: FilterProblem[] = [];
  const keys: ((subject: number) => string | number)[] = [];
  const { sets } = state;

  const nothing = ({ range }: Term, sentence: string): void => {
    problems.push({ code: 'finds-nothing', ...range, sentence });
  };
  const warnOfNames = (term: Term, asked: readonly AskedPorts[]): void => {
    const { pods } = state.space.cluster;
    for (const one of asked) {
      if (!('name' in one)) continue;
      const { name } = one;
      const isMeant = ({ name: own }: ContainerPort): boolean => own?.toLowerCase() === name;
      if (!Object.hasOwn(knownPorts, name) && !pods.some(({ ports }) => ports.some(isMeant)))
        nothing(term, t`No container has a port called ${name}.`);
    }
  };
  const remembered = (asked: readonly AskedPorts[]): ((destination: number) => PortSetId) => {
    const known = new Map<number, PortSetId>();
    const at = (destination: number): PortSetId => {
      let ports = known.get(destination);
      if (ports === undefined) {
        ports = askedAt(sets, asked, declaredOf(state, subjects[destination]));
        known.set(destination, ports);
      }
      return ports;
    };
    keys.push(at);
    return at;
  };
  let sides: readonly Side[] | null = null;
  const verdictOf = (source: number, destination: number): PairVerdict | null => {
    sides ??= subjects.map(({ unit }) => judge.side(unit));
    const from = sides[source];
    const to = sides[destination];
    return from && to ? judge.judge(from, to) : null;
  };

  const compilePair = (term: PairTerm): Compiled => {
    switch (term.kind) {
      case 'port': {
        warnOfNames(term, term.ports);
        const asked = remembered(term.ports);
        return onlyPairs((source, destination) => {
          const verdict = verdictOf(source, destination);
          return verdict !== null && sets.intersect(verdict.possible, asked(destination)) !== PortSets.none;
        });
      }
      case 'verdict': {
        warnOfNames(term, term.ports ?? []);
        const asked = term.ports === null ? () => PortSets.all : remembered(term.ports);
        const isAboutAll = term.ports === null;
        return onlyPairs((source, destination) => {
          const verdict = verdictOf(source, destination);
          if (verdict === null) return false;
          return isAboutAll
            ? hasTone(verdict.tone, term.verdict)
            : isOnPorts(sets, verdict, term.verdict, asked(destination));
        });
      }
      case 'policy': {
        const policies = namedPolicies(state, term.name);
        if (policies.policies.length === 0) nothing(term, t`There is no policy ${term.name}.`);
        const isSelected = (subject: number): boolean => {
          const end = subjects[subject]?.unit.end;
          return end !== undefined && policies.selects(end);
        };
        return {
          holds: isSelected,
          holdsFor: (source, destination) => {
            const from = subjects[source];
            const to = subjects[destination];
            return from !== undefined && to !== undefined && policies.grants(from.unit.end, to.unit.end);
          },
        };
      }
    }
  };

  const compile = (one: Expression): Compiled => {
    switch (one.kind) {
      case 'and':
      case 'or': {
        const parts = [...one.parts].sort((a, b) => costOf(a) - costOf(b)).map(compile);
        const decides = one.kind === 'or';
        return {
          holds: (subject) => {
            let all: Holds = !decides;
            for (const { holds } of parts) {
              const held = holds(subject);
              if (held === decides) return decides;
              if (held === null) all = null;
            }
            return all;
          },
          holdsFor: (source, destination) => {
            for (const { holdsFor } of parts) if (holdsFor(source, destination) === decides) return decides;
            return !decides;
          },
        };
      }
      case 'not': {
        const { holds, holdsFor } = compile(one.part);
        return {
          holds: (subject) => {
            const held = holds(subject);
            return held === null ? null : !held;
          },
          holdsFor: (source, destination) => !holdsFor(source, destination),
        };
      }
      case 'end': {
        const { holds } = compile(one.of);
        const isSource = one.end === 'source';
        return onlyPairs((source, destination) => holds(isSource ? source : destination) === true);
      }
      case 'port':
      case 'verdict':
      case 'policy':
        return compilePair(one);
      case 'text':
      case 'named':
      case 'ns':
      case 'kind':
      case 'label': {
        const holders = holdersOf(one, subjects);
        if (!holders.includes(1)) nothing(one, nothingSentence(one));
        keys.push((subject) => holders[subject] ?? 0);
        const holds = (subject: number): boolean => holders[subject] === 1;
        return { holds, holdsFor: (source, destination) => holds(source) || holds(destination) };
      }
    }
  };

  const compiled = compile(expression);
  return { ...compiled, keyOf: (subject) => keys.map((key) => key(subject)).join(), problems };
}

function nothingSentence(term: EntityTerm): string {
  switch (term.kind) {
    case 'text':
      return t`Nothing here has “${term.text}” in its name or labels.`;
    case 'named':
      return t`Nothing here is called ${term.name}.`;
    case 'ns':
      return t`There is no namespace ${term.name} with workloads.`;
    case 'kind':
      return t`There is nothing of kind ${term.name}.`;
    case 'label':
      return t`Nothing has the label ${term.value === null ? term.key : `${term.key}=${term.value}`}.`;
  }
}

const onlyPairs = (holdsFor: Compiled['holdsFor']): Compiled => ({ holds: () => null, holdsFor });

/** What is looked up comes before what has to be judged. */
function costOf(expression: Expression): number {
  switch (expression.kind) {
    case 'text':
    case 'named':
    case 'ns':
    case 'kind':
    case 'label':
    case 'end':
      return 0;
    case 'not':
      return costOf(expression.part);
    case 'and':
    case 'or':
      return Math.max(0, ...expression.parts.map(costOf));
    case 'verdict':
    case 'port':
      return 1;
    case 'policy':
      return 2;
  }
}

function hasTone(tone: Tone, asked: AskedVerdict): boolean {
  switch (asked) {
    case 'blocked':
      return tone === Tone.blockedEgress || tone === Tone.blockedIngress;
    case 'allowed':
      return tone === Tone.allowed || tone === Tone.partial;
    case 'partial':
      return tone === Tone.partial;
    case 'open':
      return tone === Tone.open;
    case 'unknown':
      return tone === Tone.unknown;
  }
}

/** The same about some ports: those that are asked for and this destination has. */
function isOnPorts(
  sets: PortSets,
  { tone, definite, possible }: PairVerdict,
  verdict: AskedVerdict,
  asked: PortSetId,
): boolean {
  if (asked === PortSets.none) return false;
  const passes = sets.intersect(definite, asked);
  const mayPass = sets.intersect(possible, asked);
  switch (verdict) {
    case 'blocked':
      return mayPass === PortSets.none;
    case 'unknown':
      return passes !== mayPass;
    case 'open':
      return tone === Tone.open;
    case 'allowed':
      return tone !== Tone.open && passes !== PortSets.none && passes === mayPass;
    case 'partial':
      return tone === Tone.partial && passes !== PortSets.none;
  }
}

/** Container ports of all pods of a subject. */
function declaredOf({ space }: Evaluated, subject: Subject | undefined) {
  const pods = subject?.unit.end.pods ?? [];
  const lists = new Set(pods.map((pod) => space.cluster.pods[pod]?.ports ?? []));
  return [...lists].flat();
}
