/** The look of the pages: no files, no fonts from elsewhere, light and dark, from phone width up. */
// @ts-nocheck

export const style = `
:root {
  color-scheme: light dark;
  --ink: #1b1f24; --soft: #57606a; --ground: #f4f2ee; --card: #ffffff; --hair: #d8dee4;
  --accent: #0a5fb4; --accent-ink: #ffffff; --good: #1a7f37; --bad: #b42318; --code: #eef1f4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e6edf3; --soft: #9da7b3; --ground: #12161b; --card: #1c2229; --hair: #343c45;
    --accent: #71b7fb; --accent-ink: #06243f; --good: #56d364; --bad: #ff9b8f; --code: #12161b;
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 8vh auto 2rem; padding: 1.75rem; background: var(--card); border: 1px solid var(--hair); border-radius: .75rem; }
@media (max-width: 36rem) { main { margin: 1rem; padding: 1.25rem; } }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
h1.good::before { content: "✓ "; color: var(--good); }
h1.bad::before { content: "✗ "; color: var(--bad); }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: .92rem; margin: 1.25rem 0 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .4rem 1rem; margin: 0 0 1.25rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
@media (max-width: 36rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; } }
code, pre { font: .9rem/1.5 ui-monospace, monospace; }
pre { margin: 0 0 1rem; padding: .75rem; background: var(--code); border: 1px solid var(--hair); border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
form { margin: 0; }
button { padding: .6rem 1.25rem; font: inherit; font-weight: 600; border-radius: 2rem; border: 1px solid var(--accent); background: var(--accent); color: var(--accent-ink); cursor: pointer; }
button.plain { background: transparent; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;
