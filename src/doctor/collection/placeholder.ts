const BRACKETS = /^(?:<.*>|\[.*\]|\{.*\}|\$\{.*\}|\$\(.*\)|%.*%|#.*#|__.*__|--.*--|\(.*\)|«.*»|…|\.{2,})$/s;

const WORDS =
  /^(?:string|text|value|change[ _-]?(?:me|it|this)|replace[ _-]?(?:me|it|this|with.*)|fill[ _-]?(?:me|it|this)?[ _-]?in.*|todo|tbd|tba|redacted|hidden|masked|removed|dummy|foo|bar|baz|placeholder|example|sample|demo|test|secret|password|passwd|pass|pwd|token|code|state|key|n\/?a|none|null|nil|undefined|empty|true|false|optional|required|bearer|basic|access|refresh|random|nonce)$/i;

const FILL_IN =
  /^(?:(?:your|my|our|the|an?|some|any|this|enter|insert|paste|put|add|use|set|provide|get|type|replace|copy|place|generate)[\s_.-])/i;

const CAMEL_FILL_IN = /^(?:your|my|insert|enter|put|paste|replace)[A-Z]/;

const NAMES = /^[A-Z][A-Z0-9]*(?:[_ -][A-Z0-9]+)+$/;

/** Names of values, alone: CLIENTSECRET, client_secret, access-token. */
const SELF =
  /^(?:(?:oauth2?|auth|my|app|api|client|consumer|user|access|refresh|bearer|id|jwt|bot|session|personal|private|public|account|login|generated|valid|new|old|current|some|random|unique|test|dev|prod|stage|example)[\s_.-]*)+(?:id|secret|token|key|password|code|state|name|value|string)?s?(?:[\s_.-]*(?:here|value|goes here))?$/i;

/**
 * Whether a value is a gap for the reader to fill in, and no value: `<your client secret>`, `[insert]`, `{{x}}`, `xxx`,
 * `changeme`. What is empty is one, too.
 */
export function isPlaceholder(value: string): boolean {
  const bare = value
    .trim()
    .replace(/^["'`](.*)["'`]$/s, '$1')
    .replace(/^(?:Bearer|Basic|Token|Bot)\s+/i, '')
    .trim();
  if (bare === '' || bare.includes('{{') || /<[^<>]*>|\$\{[^}]*\}/.test(bare)) return true;
  if (/^(.)\1*$/s.test(bare) || /^[x*•.·_?#-]+$/i.test(bare) || /(?:x{4}|\*{3}|•{3}|\.{3}|…)/i.test(bare))
    return true;
  if (bare.length > 120) return false;
  return (
    BRACKETS.test(bare) ||
    WORDS.test(bare) ||
    FILL_IN.test(bare) ||
    CAMEL_FILL_IN.test(bare) ||
    NAMES.test(bare) ||
    SELF.test(bare) ||
    /(?:[\s_.-]|^)(?:here|goes[\s_.-]?here|placeholder|to[\s_.-]?be[\s_.-]?\w+)$/i.test(bare) ||
    /^(?:abc|abcdef|0?123(?:4(?:5(?:6(?:7(?:8(?:90?)?)?)?)?)?)?|abc[_-]?123|1111+|0000+)$/i.test(bare)
  );
}
