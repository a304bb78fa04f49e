import { type Problem, problem } from '../../diagnosis.ts';
import { isSecretName } from '../../mask.ts';
import { meanings } from '../meanings.ts';
import { factsOf, type UrlObservation } from '../observation.ts';

const PLACEHOLDER = /^(?:undefined|null|None|nil|NaN)$|\{\{[^{}]*\}\}|\$\{[^{}]*\}/;

/** Parameters that are missing, empty, doubled, or never got their value. */
export function requiredParameters(observation: UrlObservation): Problem[] {
  const { use, parameters } = observation;
  const client = factsOf(observation)?.client;
  const clientIdName = client?.clientIdParameter?.value ?? 'client_id';
  const names = parameters.map(({ name }) => name);
  // RFC 6749 leaves the scope to the server.
  const required =
    use === 'authorization'
      ? ['response_type', clientIdName, 'redirect_uri', ...(client?.requiredParameters?.value ?? [])]
      : [];
  const doubled = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].filter((name) =>
    Object.hasOwn(meanings, name),
  );
  const valueless = parameters.filter(
    ({ name, value }) => Object.hasOwn(meanings, name) && (value.trim() === '' || PLACEHOLDER.test(value)),
  );
  const missing = required.filter((name) => !names.includes(name));
  return [
    ...missing.map((name) =>
      problem('parameter-missing', {
        title: `The parameter ${name} is missing`,
        evidence: [`${name}  ${meanings[name] ?? ''}`],
        remedy:
          name === 'scope'
            ? `Add scope=openid%20profile%20email, or what the products of the application grant.`
            : `Add ${name}.`,
      }),
    ),
    ...valueless.map(({ name, value }) =>
      problem('parameter-empty', {
        title: `The parameter ${name} has no value`,
        evidence: [`${name}=${isSecretName(name) ? '' : value}`],
      }),
    ),
    ...doubled.map((name) =>
      problem('parameter-twice', {
        title: `The parameter ${name} is there more than once`,
        evidence: [`${name}  ${names.filter((each) => each === name).length} times`],
      }),
    ),
  ];
}
