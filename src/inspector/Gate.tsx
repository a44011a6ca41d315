import type { RuleExplanation, SideExplanation } from '../engine';
import type { GateState } from './gates';
import { JumpButton } from './JumpButton';

interface GateProps {
  readonly side: SideExplanation;
  readonly state: GateState;
  /** Name of the entity whose gate it is. */
  readonly of: string;
  readonly line: string;
}

/** One gate of the path: whether it is guarded, by which policies, and what each rule lets through. */
export function Gate({ side, state, of, line }: GateProps) {
  return (
    <li className="inspector-stop" data-line={line}>
      <GateGlyph state={state} />
      <div className="inspector-gate">
        <h3 className="inspector-gate-name">
          {side.type} of {of} <span className="inspector-ports">{stateWords(state, side.passes)}</span>
        </h3>
        <p className="inspector-quiet">{side.sentence}</p>
        <ul>
          {side.policies.map((policy) => (
            <li key={`${policy.namespace}/${policy.name}`} className="inspector-policy">
              <JumpButton place={policy.place}>
                <span className="inspector-policy-name">{policy.name}</span>
              </JumpButton>
              {policy.rules.length > 0 && (
                <ul>
                  {policy.rules.map((rule) => (
                    <Rule key={rule.path} rule={rule} />
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function stateWords(state: GateState, passes: string): string {
  switch (state) {
    case 'open':
      return 'not guarded';
    case 'pass':
      return passes;
    case 'stop':
      return 'stopped here';
  }
}

function Rule({ rule }: { readonly rule: RuleExplanation }) {
  return (
    <li className="inspector-rule" data-granted={rule.granted}>
      <JumpButton place={rule.peerPlace ?? rule.place} withFile={false}>
        <code>{rule.path}</code> {rule.granted ? `gives ${rule.grants}` : 'gives nothing'}
      </JumpButton>
      <p className="inspector-quiet">{rule.sentence}</p>
    </li>
  );
}

function GateGlyph({ state }: { readonly state: GateState }) {
  return (
    <svg className="inspector-glyph" data-state={state} viewBox="0 0 20 20" aria-hidden>
      <circle cx="10" cy="10" r="8.5" />
      {state === 'open' && <path d="M6 8.25h8M6 11.75h8" />}
      {state === 'pass' && <path d="m6 10.25 2.75 2.75L14 7.5" />}
      {state === 'stop' && <path d="M5.5 10h9" strokeWidth="2.5" />}
    </svg>
  );
}
