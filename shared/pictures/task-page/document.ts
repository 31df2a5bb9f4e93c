import type { Language } from '../../domain/regulation.ts';
import { type Html, html } from '../../notices/html.ts';

/** A date shows when a result that takes it is chosen; where the browser can't tell, it always does. */
const STYLE = html`<style>
:root{color-scheme:light dark}
body{margin:0;background:Canvas;color:CanvasText;font:17px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif}
main{max-width:38rem;margin:0 auto;padding:1.25rem;overflow-wrap:anywhere}
h1{font-size:1.4rem;line-height:1.3;margin:.25rem 0 1rem}
.from{margin:0;opacity:.75}
dl{margin:0 0 1.5rem;border-top:1px solid GrayText}
dl div{display:flex;gap:0 .75rem;padding:.4rem 0;border-bottom:1px solid GrayText}
dt{flex:0 0 35%;opacity:.75}
dd{flex:1;min-width:0;margin:0}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend{padding:0;font-weight:700;margin-bottom:.5rem}
.choice{display:flex;gap:.75rem;align-items:flex-start;padding:.65rem 0}
.choice input{width:1.4rem;height:1.4rem;margin:.1rem 0 0;flex:none}
small{display:block;opacity:.75}
label:not(.choice){display:block;margin:0 0 1rem}
input[type=date],input[type=text]{display:block;width:100%;box-sizing:border-box;padding:.65rem;font:inherit}
button{display:block;width:100%;padding:.85rem;border:0;border-radius:.4rem;background:#1d4ed8;color:#fff;font:inherit;font-weight:700}
.state,.fault{padding:.75rem 1rem;border-left:4px solid #15803d}
.fault{border-color:#b91c1c}
@supports selector(:has(*)){
form:not(:has(.needs-promisedOn:checked)) .promisedOn,form:not(:has(.needs-newDueOn:checked)) .newDueOn{display:none}
}
</style>`;

/** The text between the tags: a policy that allows only this style needs its digest. */
export const TASK_PAGE_STYLE = STYLE.markup.slice('<style>'.length, -'</style>'.length);

export const document = (language: Language, title: string, body: Html): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${STYLE}
</head>
<body><main>
${body}
</main></body>
</html>
`.markup;
