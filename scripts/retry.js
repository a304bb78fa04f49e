/** Milliseconds. legwork ends a script after thirty seconds. */
const LONGEST_WAIT = 20000;
/** A try that is older belongs to a run that was broken off. */
const FORGOTTEN = 120000;

/** What is wrong for the moment; empty where the answer counts. */
function passingTrouble({ statuses, steps, fresh }) {
  const { code } = pm.response;
  if (steps !== undefined && steps.indexOf(pm.info.requestName) === -1) return '';
  if (code === undefined) return 'no answer came';
  if (statuses.indexOf(code) !== -1) return `the server answered ${code}`;
  if (fresh === undefined || code !== fresh.status) return '';
  const age = Date.now() - Date.parse(pm.variables.get(`${fresh.token}_issued_at`) || '');
  const body = jsonBody(pm.response.text()) || {};
  if (!(age < fresh.withinMs) || body.serviceErrorCode !== fresh.serviceErrorCode) return '';
  return `the token was issued ${inSeconds(age)} ago and is not known to all servers yet (${code}, ${fresh.serviceErrorCode})`;
}

/** Milliseconds that the server asks to wait, by number or by date (RFC 9110 section 10.2.3). */
function askedWait() {
  const header = (name) => (pm.response.code === undefined ? '' : pm.response.headers.get(name) || '').trim();
  const asked = header('Retry-After');
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  // The server means its own clock.
  const wait = / GMT$/.test(asked) ? Date.parse(asked) - (Date.parse(header('Date')) || Date.now()) : 0;
  return wait > 0 ? wait : 0;
}

function inSeconds(milliseconds) {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 100) / 10} s`;
}

/**
 * Judges the response of a request; one that is worth another try is not judged, and the request is sent again.
 *
 * @param retry when to try again; left out for a request that is never repeated: its response counts, whatever it is
 */
function judgeOrRetry(retry, judge) {
  if (retry === undefined) return judge();
  const trouble = passingTrouble(retry);
  const name = pm.info.requestName;
  const now = Date.now();
  const before = JSON.parse(pm.collectionVariables.get('retry') || '{}');
  const again = before.request === name && now - before.at < FORGOTTEN;
  const { tries, since } = again ? before : { tries: 0, since: now };
  const spent = (Number(pm.variables.get('retry_spent_ms')) || 0) + now - since;

  const setting = (key) => Number(pm.variables.get(`retry_${key}`)) || 0;
  const most = Math.min(setting('max_delay_ms'), LONGEST_WAIT);
  const asked = askedWait();
  // "Full jitter": clients that failed together do not come back together.
  const wait = Math.max(asked, Math.random() * Math.min(most, setting('base_delay_ms') * 2 ** tries));
  const left = setting('budget_ms') - spent;

  let reason = '';
  if (tries >= setting('times')) reason = `that was attempt ${tries + 1} of ${tries + 1}`;
  else if (asked > most)
    reason = `the server asks to wait ${inSeconds(asked)} (Retry-After), and ${inSeconds(most)} is the most`;
  else if (wait > left) reason = `the budget of ${inSeconds(setting('budget_ms'))} for retries is used up`;

  if (trouble !== '' && reason === '') {
    const next = { request: name, tries: tries + 1, since, at: now + wait };
    pm.collectionVariables.set('retry', JSON.stringify(next));
    pm.variables.set('retrying', name);
    console.info(
      `Retried: ${trouble}; attempt ${tries + 2} of ${setting('times') + 1} follows in ${inSeconds(wait)}.`,
    );
    setTimeout(() => pm.execution.setNextRequest(name), wait);
    return;
  }
  if (again) {
    pm.collectionVariables.unset('retry');
    pm.variables.unset('retrying');
    pm.variables.set('retry_spent_ms', String(spent));
  }
  if (trouble !== '' && setting('times') > 0) console.warn(`Not retried: ${trouble}; ${reason}.`);
  judge();
}
