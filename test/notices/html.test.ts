import { expect, test } from 'vitest';
import { html } from '../../shared/notices/html.ts';

test('text from outside is escaped, in content and in attributes', () => {
  const name = `<b>"O'Neil" & co</b>`;
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    '<p title="&lt;b&gt;&quot;O&#39;Neil&quot; &amp; co&lt;/b&gt;">&lt;b&gt;&quot;O&#39;Neil&quot; &amp; co&lt;/b&gt;</p>',
  );
});

test('markup made by the tag is not escaped again, alone or in a list', () => {
  const cells = ['1 < 2', '3'].map((text) => html`<td>${text}</td>`);
  expect(html`<tr>${cells}${html`<td>${4}</td>`}</tr>`.markup).toBe('<tr><td>1 &lt; 2</td><td>3</td><td>4</td></tr>');
});

test('what only looks like markup of ours is not taken for it', () => {
  const forged = JSON.parse('[{"markup":"<script>"}]');
  expect(() => html`${{ markup: '<script>' } as never}`.markup).toThrow();
  expect(() => html`${forged}`.markup).toThrow();
});
