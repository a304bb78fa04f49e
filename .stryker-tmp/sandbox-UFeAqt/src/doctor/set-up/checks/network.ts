// @ts-nocheck
import { type Problem, problem } from '../../diagnosis.ts';
import type { SetUpObservation } from '../observation.ts';

/** Seconds; lifetimes of tokens count in minutes at least. */
const TOLERATED_SKEW = 120;

/** Name service, connection, certificate, clock and proxy, as far as they were tried. */
export function network({ hosts, proxies }: SetUpObservation): Problem[] {
  const failed = hosts.filter(({ failure }) => failure !== undefined);
  const skewed = hosts.find(({ clockSkew = 0 }) => Math.abs(clockSkew) > TOLERATED_SKEW);
  return [
    ...failed.map(({ host, failure = '' }) =>
      problem(codeOf(failure), { evidence: [`host    ${host}`, `reason  ${failure}`] }),
    ),
    ...(skewed === undefined
      ? []
      : [
          problem('clock-skew', {
            evidence: [
              `${skewed.host} is ${Math.abs(skewed.clockSkew ?? 0)} seconds ${(skewed.clockSkew ?? 0) > 0 ? 'ahead of' : 'behind'} this computer`,
            ],
          }),
        ]),
    ...(proxies.length > 0 && failed.length > 0
      ? [problem('proxy-not-used', { evidence: proxies.map((name) => `set  ${name}`) })]
      : []),
  ];
}

function codeOf(failure: string): 'host-not-found' | 'certificate-refused' | 'server-unreachable' {
  if (/ENOTFOUND|EAI_AGAIN|getaddrinfo/i.test(failure)) return 'host-not-found';
  return /certificate|CERT|self.signed|TLS|SSL/i.test(failure) ? 'certificate-refused' : 'server-unreachable';
}
