/** Leaves the request out and says why; a request that is neither sent nor left out like this counts as a failure. */
// @ts-nocheck

function skip(reason) {
  console.info(`Skipped: ${reason}`);
  pm.execution.skipRequest();
}

/** Leaves the request out because something must come first, and fails, so that nobody takes it for done. */
function refuse(what) {
  pm.test('Everything that this request needs is there', () => {
    throw new Error(what);
  });
  pm.execution.setNextRequest(null);
  pm.execution.skipRequest();
}
