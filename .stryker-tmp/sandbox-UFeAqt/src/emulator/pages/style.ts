/** The look of all pages: no files, no fonts from elsewhere, light and dark, from phone width up. */
// @ts-nocheck

export const style = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --soft: #57606a; --ground: #f4f2ee; --card: #ffffff; --line: #8c959f; --hair: #d8dee4;
  --accent: #0a5fb4; --accent-ink: #ffffff; --warn: #ffe08a; --warn-ink: #3d2f00; --bad: #b42318; --code: #eef1f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --soft: #9da7b3; --ground: #12161b; --card: #1c2229; --line: #6e7883; --hair: #343c45;
    --accent: #71b7fb; --accent-ink: #06243f; --warn: #4a3a00; --warn-ink: #ffe9a8; --bad: #ff9b8f; --code: #12161b;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
.banner { margin: 0; padding: .6rem 1rem; background: var(--warn); color: var(--warn-ink); font-size: .9rem; text-align: center; }
main { max-width: 26rem; margin: 1.5rem auto; padding: 0 1rem 3rem; }
main:has(.wide) { max-width: 58rem; }
.card { background: var(--card); border: 1px solid var(--hair); border-radius: .75rem; padding: 1.5rem; }
.card + .card { margin-top: 1rem; }
h1 { margin: 0 0 .75rem; font-size: 1.6rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.25rem; }
h3 { margin: 0 0 .25rem; font-size: 1.05rem; }
p { margin: 0 0 1rem; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
input[type=text], input[type=email], input[type=password], input:not([type]), select {
  width: 100%; padding: .65rem .75rem; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: .4rem;
}
.check { display: flex; gap: .5rem; align-items: center; font-weight: 400; }
button, .button {
  display: block; width: 100%; margin-top: 1rem; padding: .7rem 1.25rem; font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; border-radius: 2rem; border: 1px solid var(--accent); cursor: pointer;
  background: var(--accent); color: var(--accent-ink);
}
.button--plain { background: transparent; color: var(--accent); }
a { color: var(--accent); }
a.button--plain { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[aria-invalid=true] { border-color: var(--bad) !important; }
.form__label--error { margin: .35rem 0 0; color: var(--bad); font-size: .9rem; }
.hidden__imp { display: none !important; }
.note { margin: 1rem 0 0; padding: .75rem 1rem; border-left: 4px solid var(--line); background: var(--code); font-size: .9rem; }
.note p:last-child { margin: 0; }
.soft { color: var(--soft); font-size: .92rem; }
ul { margin: 0 0 1rem; padding-left: 1.25rem; }
code, pre { font: .88rem/1.5 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: .5rem 0 0; padding: .75rem; overflow-x: auto; background: var(--code); border: 1px solid var(--hair); border-radius: .4rem; user-select: all; }
details { margin-top: .5rem; }
summary { cursor: pointer; color: var(--accent); }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--hair); text-align: left; vertical-align: top; }
footer { max-width: 26rem; margin: -1.5rem auto 2rem; padding: 0 1rem; font-size: .9rem; text-align: center; }
@media (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody, tr, td { display: block; }
  tr { padding: .6rem 0; border-bottom: 1px solid var(--hair); }
  td { padding: .1rem 0; border: 0; }
}
@media (min-width: 44.01rem) { td code { white-space: nowrap; } }
`;
