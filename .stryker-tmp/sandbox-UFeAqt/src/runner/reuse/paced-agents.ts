// @ts-nocheck
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Agents } from '../newman.ts';

/** Says when the next request to a host may be sent, so that they are evenly spread. */
export interface Pace {
  /** Milliseconds to wait from now. */
  readonly wait: (host: string) => number;
}

/**
 * @param rate requests to one host in a second
 * @param now milliseconds since 1970
 */
export function createPace(rate: number, now: () => number): Pace {
  const free = new Map<string, number>();
  return {
    wait(host) {
      const time = now();
      const at = Math.max(time, free.get(host) ?? 0);
      free.set(host, at + 1000 / rate);
      return at - time;
    },
  };
}

/** What http.Agent is asked for every request; Node documents it for those who write agents. */
interface Connecting {
  addRequest(request: object, options: { readonly host?: string }): void;
}

/** Connections that are kept open, on which requests wait for their turn. */
export function createPacedAgents(pace: Pace): Agents {
  return {
    http: paced(new HttpAgent({ keepAlive: true }), pace),
    https: paced(new HttpsAgent({ keepAlive: true }), pace),
  };
}

function paced<Agent extends HttpAgent>(agent: Agent, pace: Pace): Agent {
  const connecting = agent as unknown as Connecting;
  const addRequest = connecting.addRequest.bind(agent);
  connecting.addRequest = (request, options) => {
    const wait = pace.wait(options.host ?? '');
    if (wait <= 0) addRequest(request, options);
    else setTimeout(addRequest, wait, request, options);
  };
  return agent;
}
