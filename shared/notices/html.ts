/** Markup that is known to be safe: only the `html` tag makes it, so text from outside cannot pass for it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

type Interpolated = string | number | Html | readonly Html[];

/**
 * A template whose interpolations are escaped unless they are Html already. Quote the attributes: then an escaped text can
 * neither end one nor begin a tag. Never interpolate into <style>, <script>, or the name of a tag or attribute.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(markupOf)));
}

export const nothing: Html = new Html('');

function markupOf(value: Interpolated): string {
  if (value instanceof Html) return value.markup;
  return typeof value === 'object' ? value.map(markupOf).join('') : escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
