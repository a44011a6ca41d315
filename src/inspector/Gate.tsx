import type { PolicyExplanation, SideExplanation } from '../engine';
import { rich } from '../language/rich';
import { n, t } from '../language/t';
import { Term, Termed } from '../ui/Term';
import type { GateState } from './gates';
import { JumpButton } from './JumpButton';
import { RuleRow } from './RuleRow';

interface GateProps {
  readonly side: SideExplanation;
  readonly state: GateState;
  /** Name of the entity whose gate it is. */
  readonly of: string;
  readonly line: string;
}

/** One gate of the path: whether it is guarded, by which policies, and what each rule lets through. */
export function Gate({ side, state, of, line }: GateProps) {
  const left = side.policyCount - side.policies.length;
  return (
    <li className="inspector-stop" data-line={line}>
      <GateGlyph state={state} />
      <div className="inspector-gate">
        <h3 className="inspector-gate-name">
          <span>
            {rich`${(<Term id={side.type === 'Ingress' ? 'ingress' : 'egress'}>{side.type}</Term>)} of ${of}`}
          </span>{' '}
          <span className="inspector-ports">{stateWords(state, side)}</span>
        </h3>
        <p className="inspector-quiet">
          <Termed>{side.sentence}</Termed>
        </p>
        <ul>
          {side.policies.map((policy) => (
            <Policy key={`${policy.namespace}/${policy.name}`} policy={policy} />
          ))}
        </ul>
        {left > 0 && (
          <p className="inspector-quiet">
            {n(
              left,
            )`and ${left} more policy, which gives nothing here|and ${left} more policies, which give nothing here`}
          </p>
        )}
      </div>
    </li>
  );
}

function stateWords(state: GateState, { passes, may }: SideExplanation): string {
  switch (state) {
    case 'open':
      return t`not guarded`;
    case 'pass':
      return passes;
    case 'unsure':
      return t`may give ${may ?? passes}`;
    case 'stop':
      return t`stopped here`;
  }
}

function Policy({
  policy: { name, place, selector, rules, ruleCount, note },
}: {
  readonly policy: PolicyExplanation;
}) {
  const left = ruleCount - rules.length;
  return (
    <li className="inspector-policy">
      <JumpButton place={place}>
        <span className="inspector-policy-name">{name}</span>
      </JumpButton>
      <div className="inspector-evidence">
        <JumpButton place={selector.place} withFile={false}>
          {selector.phrase}
        </JumpButton>
        {note !== null && <p className="inspector-quiet">{note}</p>}
      </div>
      {rules.length > 0 && (
        <ul aria-label={t`Rules of ${name}`}>
          {rules.map((rule) => (
            <RuleRow key={rule.path} rule={rule} policy={name} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <p className="inspector-quiet">
          {n(
            left,
          )`and ${left} more rule, which gives nothing here|and ${left} more rules, which give nothing here`}
        </p>
      )}
    </li>
  );
}

function GateGlyph({ state }: { readonly state: GateState }) {
  return (
    <svg className="inspector-glyph" data-state={state} viewBox="0 0 20 20" aria-hidden>
      <circle cx="10" cy="10" r="8.5" />
      {state === 'open' && <path d="M6 8.25h8M6 11.75h8" />}
      {state === 'pass' && <path d="m6 10.25 2.75 2.75L14 7.5" />}
      {state === 'unsure' && (
        <text x="10" y="14" textAnchor="middle" className="inspector-glyph-letter">
          ?
        </text>
      )}
      {state === 'stop' && <path d="M5.5 10h9" strokeWidth="2.5" />}
    </svg>
  );
}
