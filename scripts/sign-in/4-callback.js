// ---- 4. The answer: what comes back to the redirect_uri (RFC 6749 section 4.1.2) -----------------------------

/**
 * The parameters of a response that came by redirect. A code and its state stand in the query: a server never sees what
 * is behind the "#". Some servers put their errors there, and an error is worth reading wherever it is.
 */
function answerOf(address) {
  const parts = partsOf(address);
  const query = decodeForm(parts.query.slice(1));
  const fragment = decodeForm(parts.fragment.slice(1));
  if (parameterOf(fragment, 'error') !== undefined) return query.concat(fragment);
  const misplaced = ['code', 'state'].filter(
    (name) => parameterOf(fragment, name) !== undefined && parameterOf(query, name) === undefined,
  );
  if (misplaced.length > 0) {
    throw stop(
      `The callback carries ${misplaced.join(' and ')} in its fragment only, behind the "#", where no server finds it.`,
      'The code was not used. Check response_type=code and response_mode=query.',
    );
  }
  return query;
}

function parameterOf(answer, name) {
  const values = answer.filter((pair) => pair[0] === name);
  return values.length === 0 ? undefined : values[0][1];
}

/** Takes the code, once everything about the answer has been checked; the order matters. */
function takeAnswer(answer) {
  const twice = ['code', 'state', 'error', 'iss'].filter(
    (name) => answer.filter((pair) => pair[0] === name).length > 1,
  );
  const error = parameterOf(answer, 'error');
  const state = parameterOf(answer, 'state');
  const issuer = parameterOf(answer, 'iss');
  const code = parameterOf(answer, 'code');

  const sent = pm.environment.get('state');
  // An error is worth more to the reader than a missing state: without a code nothing can be slipped in.
  const stateIsRight = state === undefined && error !== undefined ? true : Boolean(state) && state === sent;
  pm.test('The state that comes back is the one that was sent', () => {
    if (twice.length > 0) {
      throw stop(
        `The callback carries ${twice.join(', ')} more than once.`,
        'RFC 6749 forbids that; do not use it.',
      );
    }
    if (!stateIsRight) {
      throw stop(
        'The state in the callback is not the one that was sent: treat it as an answer to somebody else (401 Unauthorized), it may be a forged request.',
        `The code was not used. Start again with "${expected.steps.request}"; if it happens every time, something on the way changes or drops state.`,
      );
    }
  });
  if (twice.length > 0 || !stateIsRight) return false;

  if (error !== undefined) {
    const description = unescapeHtml(parameterOf(answer, 'error_description') || '');
    pm.test('The authorization server grants the request', () => {
      throw new Error(
        `${expected.provider} sent the browser back with the error ${explain(errorsAt(expected.places), error, description)}${mentionScope(error)}`,
      );
    });
    return false;
  }

  if (issuer !== undefined || expected.issuerRequired) {
    const wanted = pm.variables.replaceIn(pm.variables.get('issuer') || '');
    pm.test('The answer names the issuer that was asked', () => {
      if (issuer !== wanted) {
        throw stop(
          `The callback says iss=${issuer === undefined ? '(missing)' : issuer}, but the request went to ${wanted}: another authorization server may have answered (RFC 9207).`,
          "The code was not used. Check the variable issuer against the server's discovery document.",
        );
      }
    });
    if (issuer !== wanted) return false;
  }

  const usable = isPlainText(code);
  pm.test('The callback carries an authorization code', () => {
    if (code === undefined || code === '') {
      throw stop(
        'The callback carries neither a code nor an error.',
        'Check response_type=code and response_mode=query.',
      );
    }
    if (!usable) throw stop('The code has characters that RFC 6749 does not allow.', 'It was not used.');
  });
  if (!usable) return false;
  keepFromServer('code', code);
  return true;
}

function unescapeHtml(text) {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function mentionScope(error) {
  return /scope/.test(error) ? ` Asked for: "${pm.variables.get('scope') || ''}".` : '';
}
