/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const TOKEN = /<\?xml [^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/y;

/** Parses XML as JUnit reports have it, and throws at everything that XML 1.0 does not allow. */
export function parseStrictly(xml: string): Element {
  const root: Element = { name: '#document', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    if (token === null) throw new Error(`not XML at ${xml.slice(at, at + 60)}`);
    const [, closed, name, attributes = '', empty, text] = token;
    const parent = open.at(-1) as Element;
    if (text !== undefined) parent.text += decode(text);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> does not match`);
    if (name === undefined) continue;
    const element: Element = { name, attributes: attributesIn(attributes), children: [], text: '' };
    parent.children.push(element);
    if (empty === '') open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one closed root element');
  return root.children[0] as Element;
}

function attributesIn(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [
    name,
    decode(value ?? ''),
  ]);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 section 2.2 forbids them
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text))
    throw new Error('bad character');
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`bare ampersand: ${text}`);
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

interface Rule {
  readonly required: readonly string[];
  readonly children: readonly string[];
}

/** junit-10.xsd of https://github.com/jenkinsci/xunit-plugin, as far as this report goes. */
const RULES: Readonly<Record<string, Rule>> = {
  testsuites: { required: ['name', 'tests', 'failures', 'errors', 'time'], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
    children: ['testcase'],
  },
  testcase: { required: ['name', 'classname', 'time'], children: ['skipped', 'failure', 'error'] },
  skipped: { required: ['message'], children: [] },
  failure: { required: ['message', 'type'], children: [] },
  error: { required: ['message', 'type'], children: [] },
};

const TYPES: Readonly<Record<string, RegExp>> = {
  tests: /^\d+$/,
  failures: /^\d+$/,
  errors: /^\d+$/,
  skipped: /^\d+$/,
  time: /^\d+\.\d{3}$/,
  timestamp: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
};

/** What is wrong with a JUnit report: its shape, its attributes, its sums, and names that occur twice. */
export function junitProblems(element: Element): string[] {
  const rule = RULES[element.name];
  if (rule === undefined) return [`<${element.name}> is unknown`];
  const problems = [
    ...rule.required
      .filter((name) => !(name in element.attributes))
      .map((name) => `<${element.name}> lacks ${name}`),
    ...Object.keys(element.attributes)
      .filter((name) => !rule.required.includes(name))
      .map((name) => `<${element.name}> may not have ${name}`),
    ...Object.entries(element.attributes)
      .filter(([name, value]) => TYPES[name]?.test(value) === false)
      .map(([name, value]) => `${name}="${value}"`),
    ...element.children
      .filter((child) => !rule.children.includes(child.name))
      .map((child) => `<${child.name}> within <${element.name}>`),
  ];
  if (element.name === 'testcase' && element.children.length > 1) problems.push('a case with two outcomes');
  if (element.name.startsWith('testsuite')) problems.push(...sumProblems(element));
  return [...problems, ...element.children.flatMap(junitProblems)];
}

/** All cases below an element. */
export function casesOf(element: Element): Element[] {
  return element.name === 'testcase' ? [element] : element.children.flatMap(casesOf);
}

function sumProblems(element: Element): string[] {
  const cases = casesOf(element);
  const count = (name: string) => cases.filter((one) => one.children[0]?.name === name).length;
  const sums: Record<string, number> = {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
  };
  const names = cases.map((one) => `${one.attributes.classname} ${one.attributes.name}`);
  return [
    ...Object.entries(sums)
      .filter(([name, sum]) => Number(element.attributes[name]) !== sum)
      .map(([name]) => `${name} of <${element.name}> is not the sum`),
    ...(new Set(names).size === names.length ? [] : ['two cases of one name']),
  ];
}
