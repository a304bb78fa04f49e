// @ts-nocheck
// Using the same code a second time comes later, and the exchange forgets the code.
pm.environment.set('used_code', pm.variables.get('code') || '');
