// @ts-nocheck
// The request is never repeated: its answer counts, whatever it is.
judge();
