import { splitScope } from '../../oauth/scope.ts';
import { defaultProvider } from '../../providers/default-provider.ts';
import { visible } from '../../redirect-uri/characters.ts';
import type { Diagnosis, NamedText, Problem } from '../diagnosis.ts';
import { isSecretName, masked } from '../mask.ts';
import { credentials } from './checks/credentials.ts';
import { missing } from './checks/missing.ts';
import { network } from './checks/network.ts';
import { redirectUri } from './checks/redirect-uri.ts';
import { scope } from './checks/scope.ts';
import { type SetUpObservation, settingOf } from './observation.ts';

const checks: readonly ((observation: SetUpObservation) => readonly Problem[])[] = [
  missing,
  credentials,
  redirectUri,
  scope,
  network,
];

/** Whether the settings of a person can work, and what to do next. It never throws. */
export function diagnoseSetUp(observation: SetUpObservation): Diagnosis {
  const problems = checks.flatMap((check) => check(observation));
  const isEmpty = observation.settings.every(({ value }) => !value);
  return {
    version: 1,
    subject: 'set-up',
    provider: observation.profile.id || null,
    summary: isEmpty
      ? `Nothing is set up for ${observation.profile.name} yet.`
      : problems.length === 0
        ? `The settings for ${observation.profile.name} look right.`
        : `${problems.length} ${problems.length === 1 ? 'thing needs' : 'things need'} attention in the settings for ${observation.profile.name}.`,
    problems,
    facts: [
      ...observation.settings.map(fact),
      ...observation.hosts.map(({ host, failure }) => ({ name: host, text: failure ?? 'answers' })),
    ],
    exact: [],
    advice: advice(observation, problems, isEmpty),
  };
}

function fact({ variable, name, value, source }: SetUpObservation['settings'][number]): NamedText {
  if (!value) return { name, text: '(not set)' };
  return {
    name,
    text: `${isSecretName(variable) || variable === 'client_secret' ? masked(value) : visible(value).replaceAll('<space>', variable === 'scope' ? ' ' : '<space>')} (from ${source})`,
  };
}

function advice(observation: SetUpObservation, problems: readonly Problem[], isEmpty: boolean): string[] {
  const { id, name, facts } = observation.profile;
  const option = id === defaultProvider ? '' : ` --provider ${id}`;
  const page = facts?.registration.page.value;
  if (isEmpty) {
    return [
      ...(observation.isPlayed
        ? [
            `Try everything without an account first: "legwork run${option}" emulates ${name} on this computer.`,
          ]
        : []),
      `Copy .env.example to .env, fill in the values${page === undefined ? '' : ` (${page})`}, and run "legwork doctor${option}" again.`,
    ];
  }
  if (problems.length > 0) return [`Correct the first one, and run "legwork doctor${option}" again.`];
  return [
    ...products(observation),
    ...(observation.hosts.length === 0
      ? [`Next: "legwork doctor${option} --target live" tries the connections, too.`]
      : []),
    `Then: "legwork doctor redirect-uri${option} --probe --target live --requested" with your redirect_uri asks ${name} whether it is registered.`,
    `Then: "legwork run${option} --target live".`,
  ];
}

/** Which products the application must have. */
function products(observation: SetUpObservation): string[] {
  const { scopes, facts } = observation.profile;
  const page = facts?.registration.products;
  const asked = splitScope(settingOf(observation, 'scope')?.value ?? '');
  const needed = new Set(
    asked.flatMap((token) => (Object.hasOwn(scopes, token) ? [scopes[token]?.product ?? ''] : [])),
  );
  return [...needed].map(
    (product) =>
      `The application needs the product "${product}"${page === undefined ? '' : ` (${page.value})`}.`,
  );
}
