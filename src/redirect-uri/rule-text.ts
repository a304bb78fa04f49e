import type { LoopbackHost, RuleElement } from './provider-rule.ts';

/** A sentence for an element of a rule, without the provider's name: "The port of 127.0.0.1 is not compared." */
export function ruleText(element: RuleElement): string {
  const types = element.for === undefined ? '' : ` (applications of the type ${listed(element.for)})`;
  return `${sentence(element)}${types}${element.when === undefined ? '' : `, ${conditionText(element.when)}`}.`;
}

function conditionText({ clause, usually }: NonNullable<RuleElement['when']>): string {
  switch (usually) {
    case 'on':
      return `as long as ${clause}`;
    case 'off':
      return `only if ${clause}, which is not the default`;
    case 'unknown':
      return `if ${clause}`;
  }
}

function sentence(element: RuleElement): string {
  if ('ban' in element) return banSentence(element);
  return 'ignores' in element ? leniencySentence(element) : waySentence(element);
}

function banSentence(element: Extract<RuleElement, { ban: string }>): string {
  switch (element.ban) {
    case 'plain http':
      return element.except.length === 0
        ? 'Plain http is rejected'
        : `Plain http is rejected, except for ${listed(element.except)}`;
    case 'host':
      return `The host ${listed(element.hosts)} is rejected`;
    case 'query parameter':
      return `The query parameters ${listed(element.names)} are rejected`;
    case 'characters':
      return `The characters ${[...element.characters].join(' ')} are rejected`;
    case 'IP address':
      return 'An IP address as host is rejected, except for loopback addresses';
    default:
      return `A ${element.ban} is rejected`;
  }
}

function leniencySentence(element: Extract<RuleElement, { ignores: string }>): string {
  switch (element.ignores) {
    case 'port': {
      const scheme = element.scheme === undefined ? '' : `${element.scheme}://`;
      const where = element.registered === 'no port' ? ' if the registered value has no port' : '';
      const hosts =
        element.of === 'every host' ? 'every host' : listed(element.of.map((host) => scheme + host));
      return `The port of ${hosts} is not compared${where}`;
    }
    case 'case':
      return element.in === 'everything'
        ? 'Upper and lower case are the same'
        : 'Upper and lower case are the same in scheme and host';
    case 'query':
      return 'The query is not compared';
    case 'user info':
      return 'User name and password are not compared';
    case 'spelling':
      return 'Two spellings of the same URL are the same';
    case 'further query parameters':
      return 'Further query parameters are allowed';
    case 'which loopback name':
      return 'localhost, 127.0.0.1 and [::1] are the same';
  }
}

function waySentence(element: Extract<RuleElement, { way: string }>): string {
  switch (element.way) {
    case 'same text':
      return 'The redirect_uri must be the same text as a registered value';
    case 'trailing star':
      return `A registered value that ends in * covers everything that begins as it does${element.query === 'ignored' ? '; the query is not compared then' : ''}`;
    case 'sub-domain star':
      return 'A registered * in place of the first host label covers one sub-domain label';
    case 'port star':
      return `A registered * in place of the port of ${listed(element.of)} covers any port`;
    case 'below':
      return element.subDomains
        ? 'A registered value covers its sub-domains and sub-paths; scheme and port must be equal'
        : 'A registered value covers its sub-paths; scheme, host and port must be equal';
    case 'prefix':
      return 'The redirect_uri must begin with a registered value';
    case 'bare domain':
      return `A bare domain is registered; it covers every URL on it and on its sub-domains${element.always.length === 0 ? '' : `; ${listed(element.always)} is always accepted`}`;
    case 'pattern':
      return `A registered value may be a pattern (${element.language}), which only the server evaluates`;
  }
}

function listed(words: readonly (string | LoopbackHost)[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
