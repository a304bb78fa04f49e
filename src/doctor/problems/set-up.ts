import type { ProblemEntry } from './entry.ts';

/** What is wrong with the settings of a person. */
export const setUpProblems = {
  'setting-missing': {
    title: 'A setting is missing',
    explanation:
      'A live run needs it. It is looked for in the environment, then in the file .env of the current folder.',
    remedy: 'Copy .env.example to .env and fill it in, or set the variable.',
  },
  'client-id-shape': {
    title: "The client_id does not look like one of the provider's",
    explanation:
      'Each provider hands out client ids of one shape. A space, a missing letter or another value that was pasted makes the server reject the client.',
    remedy: 'Copy the client_id from the page of the application at the provider.',
  },
  'client-secret-shape': {
    title: "The client_secret does not look like one of the provider's",
    explanation:
      'Each provider hands out secrets of one shape. One that was cut short, or copied while it was masked (••••), makes the server reject the client.',
    remedy:
      'Show the secret on the page of the application at the provider, and copy it whole; in .env put it in quotes.',
  },
  'id-and-secret-swapped': {
    title: 'client_id and client_secret are swapped',
    explanation: 'The value of the one has the shape of the other.',
    remedy:
      'Swap them. The secret may have been shown as a client_id in addresses and logs: then make a new one.',
  },
  'host-not-found': {
    title: 'The name of the server cannot be resolved',
    explanation: 'There is no network, the name service is blocked, or the address is misspelt.',
    remedy:
      'Check the network and the address; behind a company proxy ask for access to the host that is named.',
  },
  'server-unreachable': {
    title: 'No connection to the server',
    explanation: 'A firewall or proxy is in between, or nothing listens there.',
    remedy: 'Allow connections to the host and port that are named.',
  },
  'certificate-refused': {
    title: 'The certificate of the server is not trusted',
    explanation: 'Usually a company proxy opens the connection and signs it with a certificate of its own.',
    remedy: "Give Node.js the company's certificate with NODE_EXTRA_CA_CERTS; do not switch the check off.",
  },
  'clock-skew': {
    title: 'The clock of this computer is wrong',
    explanation:
      'Tokens and codes have lifetimes; a clock that is off by minutes makes valid ones look expired.',
    remedy: 'Set the clock, or switch time synchronisation on.',
  },
  'proxy-not-used': {
    title: 'A proxy is configured that Node.js does not use',
    explanation:
      'HTTP_PROXY and HTTPS_PROXY are set, but the fetch of this version of Node.js does not look at them, while Newman does.',
    remedy:
      'If direct connections are blocked, run where they are allowed; otherwise nothing needs to be done.',
  },
} as const satisfies Record<string, ProblemEntry>;
