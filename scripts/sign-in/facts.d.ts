/** What the reader of the sign-in is told; stands in front of it, in the script of its folder. */
declare const expected: ScriptFacts['signIn'];
