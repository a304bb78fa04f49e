import { type Problem, problem } from '../../diagnosis.ts';
import type { CheckedCode } from '../../problems/all.ts';
import { isTokenRequest } from '../kinds.ts';
import type { CollectionObservation } from '../observation.ts';
import { withoutComments } from '../script-secrets.ts';
import { shownLine } from '../shown-line.ts';

/** Characters; a script may hold a whole library. */
const LONGEST = 200_000;

/** An expression that is a token or secret: `x.access_token`, `get('client_secret')`, a variable of that name. */
const CREDENTIAL = String.raw`(?:[\w$\])]\s*(?:\.|\[\s*['"\`])(?:\w*_?(?:access|refresh|id|bearer|auth|jwt)_?[tT]oken|client_?[sS]ecret|password|accessToken|refreshToken|idToken|code_verifier)\b(?!\s*(?:!==?|===?|\?[^.]|&&|\.length|\.expires))|get(?:EnvironmentVariable|GlobalVariable)?\(\s*['"\`][\w.-]*(?:token|secret|password|verifier)['"\`]\s*\)|(?<![\w.$'"\`])(?:\w*(?:[aA]ccess|[rR]efresh|[bB]earer)_?[tT]oken|id_?[tT]oken|client_?[sS]ecret|jwt|token|password)(?![\w'"\`(:=]|\s*(?:!==?|===?|\?[^.]|&&|\.length|\.expires|=>)))`;

const LOGGED = new RegExp(
  String.raw`console\.(?:log|info|warn|error|debug)\((?:[^;\n]|'[^']*'|"[^"]*")*?${CREDENTIAL}`,
);

const IN_NAME = new RegExp(
  String.raw`(?:\btests\[\s*(?:['"\`][^'"\`\n]*['"\`]\s*\+[^\]\n]*?|[^'"\`\]\n]*?)${CREDENTIAL}|pm\.test\(\s*(?:(?:['"\`][^'"\`\n]*['"\`]\s*\+[^,\n]*?)${CREDENTIAL}|\`[^\`\n]*\$\{[^}\`\n]*${CREDENTIAL}[^}\`\n]*\}))`,
);

const TEMPLATE_LOG = new RegExp(String.raw`console\.\w+\(\s*\`[^\`\n]*\$\{[^}\`\n]*${CREDENTIAL}`);

const EVALUATED =
  /\beval\s*\(\s*(?!['"`]use)[^)'"`]*(?:\.get\(|globals|environment|response|responseBody|variables|text\(\)|\bbody\b|\bcode\b|\blib\w*\b)|new Function\s*\(\s*(?!['"`])[^)]*(?:\.get\(|globals|environment|response|text\(\))|\beval\s*\(\s*(?:pm|postman|globals|environment)\b/;

/** Tokens and secrets that scripts write into the console or into names of tests, and code that they fetch and run. */
export function scriptLeaks(observation: CollectionObservation): Problem[] {
  const { scripts, requests } = observation;
  const tokenPlaces = new Set(
    requests.filter((request) => isTokenRequest(request, observation)).map(({ place }) => place),
  );
  return scripts.flatMap(({ place, text, listen }) => {
    const whole = listen === 'test' && tokenPlaces.has(place) ? wholeResponse(text) : undefined;
    const lines = withoutComments(text.slice(0, LONGEST)).split('\n');
    const at = (code: CheckedCode, isWrong: (line: string) => boolean): Problem[] => {
      const found = lines.find((line) => line.length < 5000 && isWrong(line));
      return found === undefined
        ? []
        : [problem(code, { evidence: [`script   of ${place}`, `line     ${shownLine(found)}`] })];
    };
    return [
      ...at(
        'token-logged',
        (line) => line.includes('console.') && (logs(line) || whole?.test(line) === true),
      ),
      ...at('token-in-test-name', (line) => /tests\[|pm\.test\(/.test(line) && IN_NAME.test(line)),
      ...at('fetched-code-run', (line) => /eval|Function/.test(line) && EVALUATED.test(line)),
    ];
  });
}

/** The response of a token request, logged as a whole: the tokens are in it. */
function wholeResponse(script: string): RegExp {
  const names = [
    ...script.matchAll(
      /(?:const|let|var)\s+([A-Za-z_$][\w$]{0,40})\s*=\s*(?:pm\.response\.(?:json|text)\(\)|JSON\.parse\()/g,
    ),
  ].map(([, name = '']) => name.replaceAll('$', '\\$'));
  const values = ['responseBody', 'pm\\.response\\.(?:json|text)\\(\\)', ...names].join('|');
  return new RegExp(`console\\.\\w+\\((?:[^;\\n]*[,+(]\\s*)?(?:JSON\\.stringify\\()?(?:${values})\\s*[,)+]`);
}

/** A text in quotes is no token: only what is left without the texts is printed as a value. */
function logs(line: string): boolean {
  const from = line.slice(line.indexOf('console.'));
  if (TEMPLATE_LOG.test(from)) return true;
  // Names in brackets and in get('…') are kept; other texts go.
  const bare = from.replace(/(?<!get\w*\(\s*|\[\s*)(['"])(?:(?!\1).)*\1/g, '""');
  return LOGGED.test(bare);
}
