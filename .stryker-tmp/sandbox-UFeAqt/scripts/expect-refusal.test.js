// @ts-nocheck
// Runs after every request of the folder, and compares those that must be refused with what is documented.
const wanted = expected.refusals[pm.info.requestName];

if (wanted !== undefined) {
  if (wanted.place === 'authorization page') assertRefusal(wanted, readPageRefusal());
  else if (wanted.place === 'authorization redirect')
    assertRefusal(wanted, readRedirectRefusal(redirectTarget(), wanted.state));
  else assertRefusal(wanted, readJsonRefusal());
}
