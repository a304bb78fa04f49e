// ---- Where the password may go -------------------------------------------------------------------------------------

/** Host names and addresses of this machine: whole labels, so "evillocalhost" does not match (RFC 6761). */
function isLoopbackHost(host) {
  return host === '[::1]' || /^127(\.\d+){3}$/.test(host) || isWithin(host, 'localhost');
}

/** Whether a host is a domain or below it, label by label from the right; the label "*" stands for any. */
function isWithin(host, domain) {
  const wanted = domain.split('.').reverse();
  const labels = host.split('.').reverse();
  return wanted.length <= labels.length && wanted.every((label, at) => label === '*' || label === labels[at]);
}

/**
 * The sites that may have the password: the server's own origins, what shares a registrable domain with one of them, and
 * the origins that the profile names. IP addresses and single labels have no such domain; loopback may go to loopback.
 *
 * @param endpoints URLs of the server that is asked, the authorization endpoint first
 * @param computed what legwork knows of public suffixes; counts only where it is about this server
 * @param named origins of `sign_in.password_origins`
 */
function makePasswordSites(endpoints, computed, named) {
  const asked = endpoints.map((text) => urls.read(text)).filter((url) => url !== null);
  const known = computed.filter((sites) => asked.length > 0 && sites.origins.indexOf(asked[0].origin) !== -1);
  const all = (list) => known.reduce((found, sites) => found.concat(sites[list]), []);
  const origins = asked.map((url) => url.origin).concat(all('origins'));
  const isLocal = asked.length > 0 && isLoopbackHost(hostOf(asked[0]));

  function hostOf(url) {
    return url.origin.slice(url.scheme.length + 3).replace(/:\d+$/, '');
  }

  /** A public suffix below a domain belongs to others: "evil.s3.example.org" is no site of "example.org"'s owner. */
  function sharesDomain(host) {
    return all('domains').some((domain) => {
      const below = all('suffixes').filter((suffix) => isWithin(suffix, domain));
      return isWithin(host, domain) && !below.some((suffix) => isWithin(host, suffix));
    });
  }

  /** Why a form may not be sent to a URL; empty where it may. `page` is the URL of the form's page. */
  function objection(target, page) {
    const url = urls.read(target);
    if (url === null || (url.scheme !== 'https' && url.scheme !== 'http') || url.origin.indexOf('@') !== -1)
      return 'no site';
    const isEncrypted = [urls.read(page)].concat(asked).some((one) => one !== null && one.scheme === 'https');
    if (url.scheme === 'http' && isEncrypted) return 'unencrypted';
    if (origins.concat(named).indexOf(url.origin) !== -1) return '';
    if (isLocal && isLoopbackHost(hostOf(url))) return '';
    return url.scheme === 'https' && sharesDomain(hostOf(url)) ? '' : 'another site';
  }

  return { objection, origins: origins.filter((origin, at) => origins.indexOf(origin) === at) };
}

/** The sites of the server that the variables of the moment name. */
function passwordSites() {
  const endpoints = ['authorization', 'token', 'userinfo', 'introspection', 'revocation']
    .map((name) => `${name}_endpoint`)
    .concat('issuer')
    .map((name) => pm.variables.replaceIn(pm.variables.get(name) || ''));
  const computed = [expected.signIn.passwordSites].concat(
    JSON.parse(pm.variables.get('password_sites') || 'null'),
  );
  return makePasswordSites(
    endpoints,
    computed.filter((sites) => Boolean(sites)),
    expected.signIn.passwordOrigins || [],
  );
}
