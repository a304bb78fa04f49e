import type { ProblemEntry } from './entry.ts';

const MAKE_EQUAL = 'Write both in the same way: change the request, or register what it sends.';

/** How two redirect URIs differ, and what is wrong with one by itself. */
export const redirectUriProblems = {
  'scheme-differs': {
    title: 'One begins with http, the other with https (or with something else)',
    explanation: '"http" and "https" are different texts, even when both lead to the same page.',
    remedy: `${MAKE_EQUAL} Away from your own computer use https.`,
  },
  'scheme-case': {
    title: 'The scheme is written in capital letters',
    explanation:
      'Browsers write "https" in small letters whatever was typed, servers that compare text do not.',
    remedy: 'Write the scheme in small letters in both places.',
  },
  'host-differs': {
    title: 'The host names are different',
    explanation:
      'Another host name is another address. Often the value of one environment (a test system, Postman) is registered and that of another one is sent.',
    remedy: `${MAKE_EQUAL} An application may have several registered addresses: add the one that is missing.`,
  },
  'loopback-name': {
    title: 'localhost, 127.0.0.1 and [::1] are the same computer, but three different texts',
    explanation: 'That all three names lead to your own computer does not count.',
    remedy: `${MAKE_EQUAL} Use the same name in the program, in the request and in the registration.`,
  },
  'www-differs': {
    title: 'One host name begins with "www." and the other does not',
    explanation: 'A website that answers under both names still has two different addresses.',
    remedy: MAKE_EQUAL,
  },
  'host-case': {
    title: 'The host names differ in capital letters',
    explanation:
      'Browsers write host names in small letters whatever was typed, but the comparison takes place before.',
    remedy: 'Write the host name in small letters in both places.',
  },
  'international-host': {
    title: 'A host name is written once with its own letters and once in the ASCII form (xn--…)',
    explanation: '"münchen.example" and "xn--mnchen-3ya.example" are one host, but not one text.',
    remedy: 'Use the ASCII form (xn--…) in both places: that is what goes over the network.',
  },
  'trailing-dot': {
    title: 'One host name ends with a dot',
    explanation:
      'The dot makes a name absolute for the name service and changes nothing else, but it is a character.',
    remedy: 'Leave the dot out in both places.',
  },
  'port-differs': {
    title: 'The ports are different',
    explanation:
      'The port belongs to the address: a program that moved from port 3000 to 8080 needs a new registration.',
    remedy: `${MAKE_EQUAL} Let the program always listen on the same port.`,
  },
  'default-port': {
    title: 'One names the default port (:80 or :443), the other leaves it out',
    explanation: '":443" changes nothing for a browser, which leaves it out by itself, but it is text.',
    remedy: 'Leave the default port out in both places.',
  },
  'path-differs': {
    title: 'The paths are different',
    explanation: 'The whole path counts, not its beginning.',
    remedy: MAKE_EQUAL,
  },
  'trailing-slash': {
    title: 'One ends with a slash and the other does not',
    explanation: 'A slash at the end is a character like any other, also behind a bare host name.',
    remedy: MAKE_EQUAL,
  },
  'path-case': {
    title: 'The paths differ in capital letters',
    explanation: 'Paths tell capital from small letters: "/Callback" is not "/callback".',
    remedy: MAKE_EQUAL,
  },
  'dot-segments': {
    title: 'One path contains "." or ".."',
    explanation:
      'A browser resolves "/a/../callback" to "/callback" before it sends anything, the comparison does not.',
    remedy: 'Write the path without "." and ".." in both places.',
  },
  'path-encoding': {
    title: 'A character of the path is percent-encoded in one and plain in the other',
    explanation:
      '"%61" means "a", and "%2f" means the same as "%2F", but the comparison does not decode the path.',
    remedy:
      'Write the path in the same way in both places; letters, digits, "-", ".", "_" and "~" are never encoded.',
  },
  'query-differs': {
    title: 'The parts behind "?" are different',
    explanation:
      'Most servers compare the query and reject the request. Some ignore it at first and compare it at the token endpoint, where the request must repeat the very same value.',
    remedy: 'Leave the query out. What the callback shall know belongs into the parameter state.',
  },
  'fragment-differs': {
    title: 'One has a part behind "#"',
    explanation:
      'A redirect URI may have no fragment (RFC 6749 section 3.1.2): browsers never send it to a server.',
    remedy: 'Leave out the "#" and everything behind it.',
  },
  'user-info': {
    title: 'The address contains a user name or password in front of "@"',
    explanation:
      'It is part of the text that is compared, and it shows a password to everybody who sees the URL.',
    remedy: 'Leave out everything between "//" and "@", and the "@".',
  },
  'relative-uri': {
    title: 'The address does not begin with a scheme such as https://',
    explanation:
      'A redirect URI must be absolute (RFC 6749 section 3.1.2): the server has no page that "/callback" or "localhost:3000" could be relative to.',
    remedy: 'Write the whole address: https://, host, path; or http:// for your own computer.',
  },
  'not-a-uri': {
    title: 'This is not an address',
    explanation:
      'A redirect URI is scheme, host and path, such as https://example.com/callback. No server can register or use this text.',
    remedy: 'Copy the address anew from where it is configured.',
  },
  'empty-redirect-uri': {
    title: 'The redirect_uri is empty',
    explanation: 'The setting has no value, or the variable that should hold it has another name.',
    remedy: 'Set the redirect_uri, and check the spelling of the setting.',
  },
  placeholder: {
    title: 'The redirect_uri still contains a placeholder',
    explanation:
      'A variable was not replaced: it is not defined where the request is made, or not switched on. The server gets the text of the placeholder.',
    remedy: 'Define the variable in the environment that is selected, or write the value itself.',
  },
  wildcard: {
    title: 'The address contains "*"',
    explanation:
      'Redirect URIs are compared as text; a star stands for a star and not for anything else (RFC 9700 section 2.1).',
    remedy: 'Register each address by itself.',
  },
  fragment: {
    title: 'The address has a part behind "#"',
    explanation:
      'A redirect URI may have no fragment (RFC 6749 section 3.1.2). Single-page applications with addresses such as /#/callback need another route.',
    remedy: 'Leave out the "#" and everything behind it; use a path such as /callback.',
  },
  'query-not-registered': {
    title: 'The provider registers no redirect URI with a part behind "?"',
    explanation:
      'Such a provider registers …/callback?id=1 as …/callback. A request with the query may pass the authorization; then the exchange of the code fails when the token request does not repeat it exactly.',
    remedy: 'Leave the query out. What the callback shall know belongs into the parameter state.',
  },
  'plain-http': {
    title: 'The address uses http on another computer than your own',
    explanation:
      'The code would travel unprotected. Most providers take http for the own computer only (localhost or 127.0.0.1).',
    remedy: 'Use https, in the registration and in the request.',
  },
  'unencoded-character': {
    title: 'The address contains a character that must be percent-encoded',
    explanation:
      'Spaces, quotes, braces, letters outside ASCII and a bare "%" may not stand in an address (RFC 3986). Each program repairs them in its own way, so that the two texts differ in the end.',
    remedy: 'Rename the path so that it needs no such character, or percent-encode it, in both places alike.',
  },
  'not-loopback': {
    title: 'An endpoint for native clients takes 127.0.0.1 and [::1] only',
    explanation:
      'It accepts any port, but only of a loopback address (RFC 8252 sections 7.3 and 8.3); the name "localhost" is not one.',
    remedy: 'Use http://127.0.0.1 with the port that your program listens on.',
  },
  'postman-callback': {
    title: "Postman's callback address is another one",
    explanation:
      'Postman takes the answer at an address of its own, whatever stands in the field "Callback URL" while "Authorize using browser" is ticked: the desktop application at https://oauth.pstmn.io/v1/callback, Postman on the web at https://oauth.pstmn.io/v1/browser-callback.',
    remedy:
      'Register both, exactly so: https://oauth.pstmn.io/v1/callback and https://oauth.pstmn.io/v1/browser-callback.',
  },
  'form-not-accepted': {
    title: 'The provider rejects this form of redirect_uri, whatever is registered',
    explanation:
      'Some providers rule out hosts, characters, parameters or schemes altogether: registering the same value does not help, and often the form does not take it.',
    remedy: 'Use a redirect URI that the provider takes, in the registration and in the request.',
  },
  'masked-difference': {
    title: 'The two values differ in a part that is not shown',
    explanation:
      'A state, a code, a token and a password are never shown, so that the difference cannot be marked. None of them belongs into a redirect URI.',
    remedy: 'Leave the parameter or the password out, in both places.',
  },
  'setting-decides': {
    title: 'A setting decides that only the owner of the application can see',
    explanation:
      'By the rule of the provider the value is accepted under a condition. What is usual is known; how this application is set is not.',
    remedy: 'Look the setting up where the redirect URI is registered, or ask the server with --probe.',
  },
  'rule-not-known': {
    title: 'How the provider compares these values is not known',
    explanation:
      'No source says by which rule the provider compares, or only the server can evaluate the pattern that is registered.',
    remedy: 'Register the very same text, which every provider accepts, or ask the server with --probe.',
  },
  'domain-expected': {
    title: 'The registered value is no bare domain',
    explanation:
      'This provider registers a domain in place of a redirect URI: no scheme, no port, no path. Every URL of the domain is accepted then.',
    remedy: 'Register the host alone.',
  },
} as const satisfies Record<string, ProblemEntry>;
