// ---- 5. Steps: what the sign-in remembers, and which request comes next --------------------------------------

const signIn = JSON.parse(pm.collectionVariables.get('sign_in') || '{}');

function remember(changes) {
  pm.collectionVariables.set('sign_in', JSON.stringify(Object.assign(signIn, changes)));
}

const MOST_TIMES = 3;

/** How often each request of this sign-in was sent, and how often the current one. */
function countRequest() {
  return timesSent(signIn.sent, [pm.request.method, pm.request.url.toString(), signIn.form || null]);
}

/** The same request for the third time is a circle, unless its response is the last one. */
function refuseCircle(page) {
  if (signIn.times < MOST_TIMES) return;
  throw stop(
    `${withoutQuery(page)} was requested ${signIn.times} times with the same values, and led on each time.`,
    'The server goes round in a circle: clear the cookies, and check that it accepts them.',
  );
}

/** Ends the run: everything after this would only fail for the same reason. */
function end(stage) {
  remember({ stage, url: '', form: null });
  pm.execution.setNextRequest(null);
}

function fail(error) {
  pm.test('The sign-in reaches the next page', () => {
    throw error;
  });
  end('stopped');
}

/** Names the next step. Steps ahead come by themselves; only a step back, or the same again, must be asked for. */
function goTo(step) {
  const names = [
    expected.steps.request,
    expected.steps.submit,
    expected.steps.follow,
    expected.steps.approve,
  ];
  if (names.indexOf(step) <= names.indexOf(pm.info.requestName)) pm.execution.setNextRequest(step);
  console.info(`Next: ${step}`);
}

function finish(answer) {
  if (takeAnswer(answer)) remember({ stage: 'done', url: '', form: null });
  else end('stopped');
}
