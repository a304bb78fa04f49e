import { type Problem, problem } from '../../diagnosis.ts';
import type { CheckedCode } from '../../problems/all.ts';
import type { CollectionObservation } from '../observation.ts';
import { withoutComments } from '../script-secrets.ts';
import { shownLine } from '../shown-line.ts';

/** Characters; a script may hold a whole library. */
const LONGEST = 200_000;

/** An expression that is a token or secret: `x.access_token`, `get('client_secret')`, a variable of that name. */
const CREDENTIAL = String.raw`(?:[\w$\])]\s*(?:\.|\[\s*['"\`])(?:\w*_?(?:access|refresh|id|bearer|auth|jwt)_?[tT]oken|client_?[sS]ecret|password|accessToken|refreshToken|idToken|code_verifier)\b(?!\s*(?:!==?|===?|\?[^.]|&&|\.length|\.expires))|get(?:EnvironmentVariable|GlobalVariable)?\(\s*['"\`][\w.-]*(?:token|secret|password|verifier)['"\`]\s*\)|(?<![\w.$'"\`])(?:access_?[tT]oken|refresh_?[tT]oken|id_?[tT]oken|bearer_?[tT]oken|client_?[sS]ecret|jwt|token|password)(?![\w'"\`(:=]|\s*(?:!==?|===?|\?[^.]|&&|\.length|\.expires|=>)))`;

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
export function scriptLeaks({ scripts }: CollectionObservation): Problem[] {
  return scripts.flatMap(({ place, text }) => {
    const lines = withoutComments(text.slice(0, LONGEST)).split('\n');
    const at = (code: CheckedCode, isWrong: (line: string) => boolean): Problem[] => {
      const found = lines.find((line) => line.length < 5000 && isWrong(line));
      return found === undefined
        ? []
        : [problem(code, { evidence: [`script   of ${place}`, `line     ${shownLine(found)}`] })];
    };
    return [
      ...at('token-logged', (line) => line.includes('console.') && logs(line)),
      ...at('token-in-test-name', (line) => /tests\[|pm\.test\(/.test(line) && IN_NAME.test(line)),
      ...at('fetched-code-run', (line) => /eval|Function/.test(line) && EVALUATED.test(line)),
    ];
  });
}

/** A text in quotes is no token: only what is left without the texts is printed as a value. */
function logs(line: string): boolean {
  const from = line.slice(line.indexOf('console.'));
  if (TEMPLATE_LOG.test(from)) return true;
  // Names in brackets and in get('…') are kept; other texts go.
  const bare = from.replace(/(?<!get\w*\(\s*|\[\s*)(['"])(?:(?!\1).)*\1/g, '""');
  return LOGGED.test(bare);
}
