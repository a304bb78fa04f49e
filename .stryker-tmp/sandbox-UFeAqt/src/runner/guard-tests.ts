/** Beginning of the console line by which a guarded test with a callback says that it has begun. */
// @ts-nocheck

export const TEST_BEGUN = 'legwork: test begun: ';

/**
 * Put before every script, on its first line so that line numbers stay as they are. Newman counts a `pm.test`
 * without a function as passed, and dies of one whose promise is rejected; only the sandbox can tell them from real
 * tests. Each script has a `pm` of its own, so a script of the collection cannot do this for the others.
 */
const GUARD = `(function (pm, console) {
  var test = pm.test;
  function fail(name, message) { return test(name, function () { throw new Error(message); }); }
  function refuse(answer) {
    if (!answer || typeof answer.then !== 'function') return;
    answer.then(function () {}, function () {});
    throw new Error('legwork: the test is asynchronous, and Newman does not wait for it. Do the asynchronous part ' +
      'before pm.test, or take a callback: function (done) {…}.');
  }
  pm.test = function (name, body) {
    if (typeof body !== 'function') {
      fail('legwork: test "' + name + '" has a function',
        'pm.test was called without a function, so it checks nothing. Give it one, or use pm.test.skip.');
    } else if (body.length === 0) {
      test(name, function () { refuse(body()); });
    } else {
      console.debug('${TEST_BEGUN}' + name);
      test(name, function (done) { refuse(body(done)); });
    }
    return pm;
  };
  pm.test.skip = function (name) { test.skip(name); return pm; };
  pm.test.index = test.index;
})(pm, console);`.replace(/\n\s*/g, ' ');

/** `throw null` and `throw 0` end a script, and Newman takes it for one that ended well: it looks for an error. */
const CATCH = `
} catch (thrown) { throw thrown && typeof thrown === 'object' ? thrown :
  new Error('the script threw ' + String(thrown) + ', which is no error; throw an Error'); }`;

/** Must stay the first characters of a script: the sandbox looks for it there. */
const MARKER = /^(["'])use sandbox2\1;/;

interface Node {
  readonly event?: readonly { readonly script?: { readonly exec?: string | readonly string[] } }[];
  readonly item?: readonly Node[];
}

/** A copy of the collection in which every script begins with the guard. The collection itself is left alone. */
export function guardTests<Collection extends object>(collection: Collection): Collection {
  return guardNode(collection as Node) as Collection;
}

function guardNode(node: Node): Node {
  return {
    ...node,
    ...(node.event === undefined ? {} : { event: node.event.map(guardEvent) }),
    ...(node.item === undefined ? {} : { item: node.item.map(guardNode) }),
  };
}

function guardEvent(event: NonNullable<Node['event']>[number]) {
  const { exec } = event.script ?? {};
  const source = typeof exec === 'string' ? exec : exec?.join('\n');
  if (source === undefined || source.trim() === '') return event;
  const [marker = ''] = MARKER.exec(source) ?? [];
  return {
    ...event,
    script: { ...event.script, exec: `${marker}${GUARD} try { ${source.slice(marker.length)}${CATCH}` },
  };
}
