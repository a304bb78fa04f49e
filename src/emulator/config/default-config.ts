import { postmanCallbacks } from '../../redirect-uri/postman-callbacks.ts';
import { type ScenarioName, scenarioNames, scenarioTexts } from '../scenarios/catalogue.ts';
import type { EmulatedApp, EmulatedMember, EmulatorConfig } from './config.ts';

/** Where the example application of the settings expects its callback. Nothing has to listen there. */
const LOCAL_CALLBACK = 'http://localhost:3000/callback';

/** Where Postman takes callbacks: the desktop application ("Authorize using browser") and the web application. */
const POSTMAN_CALLBACKS = postmanCallbacks.map(({ uri }) => uri);

/** The port that the emulator takes when none is named. */
export const DEFAULT_PORT = 9480;

/** Name of the application that settings are made for when none is named. */
export const DEFAULT_APP = 'default';

/** Name of the member that settings are made for when none is named. */
export const DEFAULT_MEMBER = 'alice';

const SIGN_IN = ['openid', 'profile', 'email'];

const ordinary = {
  redirectUris: [LOCAL_CALLBACK],
  scopes: SIGN_IN,
  clientCredentials: false,
  refreshTokens: false,
  nativePkce: false,
} as const;

const apps: readonly EmulatedApp[] = [
  {
    ...ordinary,
    name: DEFAULT_APP,
    description: 'Everything works: signing in, posting, application tokens and refresh tokens.',
    clientId: '77legworkdemo1',
    // The newer shape of secrets, with the characters that must be form-encoded.
    clientSecret: 'WPL_AP1.EmulatorNotReal1.fa+/ke==',
    redirectUris: [LOCAL_CALLBACK, ...POSTMAN_CALLBACKS],
    scopes: [...SIGN_IN, 'r_basicprofile', 'w_member_social'],
    clientCredentials: true,
    refreshTokens: true,
  },
  {
    ...ordinary,
    name: 'no-application-tokens',
    description: 'Client credentials are refused, as for every new application; signing in works.',
    clientId: '77noapptokens1',
    clientSecret: 'WPL_AP1.NoAppTokensFake1.no+/ap==',
    refreshTokens: true,
  },
  {
    ...ordinary,
    name: 'other-redirect-uri',
    description:
      'Another redirect_uri is registered than the one that the application sends: the first request ends on an error page.',
    clientId: '77otherredirct',
    clientSecret: 'WPL_AP1.OtherRedirFake01.re+/di==',
    redirectUris: ['https://app.example.com/auth/linkedin/callback'],
    sentRedirectUri: LOCAL_CALLBACK,
  },
  {
    ...ordinary,
    name: 'old-scopes',
    description:
      'An application from before August 2023: it has r_liteprofile and r_emailaddress, and openid is refused.',
    clientId: '77oldscopes001',
    // The older shape of secrets.
    clientSecret: 'OldScopesFake001',
    scopes: ['r_liteprofile', 'r_emailaddress'],
  },
  {
    ...ordinary,
    name: 'native-pkce',
    description:
      'The endpoint for native clients is enabled: PKCE instead of a secret, any port of 127.0.0.1 or [::1].',
    clientId: '77nativepkce01',
    clientSecret: 'WPL_AP1.NativePkceFake01.pk+/ce==',
    redirectUris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
    scopes: ['r_basicprofile', 'w_member_social'],
    nativePkce: true,
  },
  {
    ...ordinary,
    name: 'no-refresh-tokens',
    description: 'Answers carry no refresh_token, and refreshing is refused, as for most applications.',
    clientId: '77norefresh001',
    clientSecret: 'WPL_AP1.NoRefreshFake001.no+/re==',
    clientCredentials: true,
  },
  ...scenarioNames.map(scenarioApp),
];

const members: readonly EmulatedMember[] = [
  {
    name: DEFAULT_MEMBER,
    description: 'Signs in with the password alone.',
    username: 'alice@example.com',
    password: 'correct-horse-1',
    givenName: 'Alice',
    familyName: 'Liddell',
    email: 'alice@example.com',
    pin: '314159',
  },
  {
    name: 'bob',
    description: 'Signs in with the password alone; a second account, to see that members are kept apart.',
    username: 'bob@example.com',
    password: 'battery staple & 2',
    givenName: 'Bob',
    familyName: 'Baumeister',
    email: 'bob@example.com',
    pin: '265358',
  },
  {
    name: 'carol',
    description: 'Must prove by a captcha that she is no program: a scripted login ends there.',
    username: 'carol@example.com',
    password: 'captcha-please-3',
    givenName: 'Carol',
    familyName: 'Danvers',
    email: 'carol@example.com',
    challenge: 'captcha',
    pin: '979323',
  },
  {
    name: 'dave',
    description: 'Must type a PIN from an e-mail: a scripted login ends there.',
    username: 'dave@example.com',
    password: 'pin-by-e-mail-4',
    givenName: 'Dave',
    familyName: 'Bowman',
    email: 'dave@example.com',
    challenge: 'email-pin',
    pin: '846264',
  },
  {
    name: 'erin',
    description: 'Must approve in the app on her phone: a scripted login ends there.',
    username: 'erin@example.com',
    password: 'yes-it-is-me-5',
    givenName: 'Erin',
    familyName: 'Brockovich',
    email: 'erin@example.com',
    challenge: 'app-approval',
    pin: '338327',
  },
];

/** The applications and members of an emulator that was given no file. All secrets are made up. */
export const defaultConfig: EmulatorConfig = { apps, members };

/** The application that plays a scenario bears its name. */
function scenarioApp(scenario: ScenarioName): EmulatedApp {
  const letters = scenario.replaceAll('-', '');
  return {
    ...ordinary,
    name: scenario,
    description: scenarioTexts[scenario].description,
    clientId: `77${letters}`.padEnd(14, '0').slice(0, 14),
    clientSecret: `WPL_AP1.${letters.padEnd(16, 'Fake').slice(0, 16)}.sc+/en==`,
    scenario,
  };
}
