import fc from 'fast-check';
import { XmlDocument, XmlElement, type XmlNode, XmlText } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { StatementError } from '../../shared/bank-formats/statement-error.ts';
import { type XmlHandler, XmlReader } from '../../shared/bank-formats/xml-reader.ts';

/** The document as one line: <a x="1">text</a> with the text as it means, not as it is written. */
function trace(pieces: readonly string[]): string {
  const seen: string[] = [];
  const names: string[] = [];
  const handler: XmlHandler = {
    open: (name, attributes) => {
      names.push(name);
      seen.push(`<${name}${[...attributes].map(([key, value]) => ` ${key}=${JSON.stringify(value)}`).join('')}>`);
    },
    text: (value) => seen.push(value),
    close: () => seen.push(`</${names.pop()}>`),
  };
  const reader = new XmlReader(handler);
  for (const piece of pieces) reader.write(piece);
  reader.end();
  return seen.join('');
}

const codeOf = (pieces: readonly string[]): string => {
  try {
    trace(pieces);
    return 'read';
  } catch (error) {
    if (error instanceof StatementError) return error.code;
    throw error;
  }
};

/** The same line, by libxml2. */
function traceByLibxml(document: string): string {
  using parsed = XmlDocument.fromString(document);
  const write = (node: XmlNode): string => {
    if (node instanceof XmlElement) {
      const attributes = node.attrs.map((attribute) => ` ${attribute.name}=${JSON.stringify(attribute.value)}`).join('');
      return `<${node.name}${attributes}>${childrenOf(node).map(write).join('')}</${node.name}>`;
    }
    return node instanceof XmlText || node.constructor.name === 'XmlCData' ? node.content : '';
  };
  return write(parsed.root);
}

function childrenOf(element: XmlElement): XmlNode[] {
  const children: XmlNode[] = [];
  for (let child = element.firstChild; child; child = child.next) children.push(child);
  return children;
}

describe('reads', () => {
  test.each([
    ['text and elements', '<a><b>1</b> 2 </a>', '<a><b>1</b> 2 </a>'],
    ['the five entities and characters by number', '<a>&lt;&amp;&gt;&quot;&apos; &#65;&#x42;</a>', `<a><&>"' AB</a>`],
    ['CDATA as text, whatever stands in it', '<a><![CDATA[</a> &amp; <b>]]></a>', '<a></a> &amp; <b></a>'],
    ['nothing of comments and instructions', '<?xml version="1.0"?><!-- <b> --><a><!-- </a> --><?x y?>1</a><!-- c -->', '<a>1</a>'],
    ['attributes in both quotes, with > in them', `<a x="1>2" y='"'/>`, '<a x="1>2" y="\\"">'.concat('</a>')],
    ['prefixes as part of the name', '<n:a xmlns:n="u"><n:b/></n:a>', '<n:a xmlns:n="u"><n:b></n:b></n:a>'],
    ['spaces where they may be', '<a  x = "1" ></a >', '<a x="1"></a>'],
    ['line ends as one', '<a>1\r\n2\r3</a>', '<a>1\n2\n3</a>'],
  ])('%s', (_, document, expected) => {
    expect(trace([document])).toBe(expected);
  });
});

describe('refuses', () => {
  test.each([
    ['a DOCTYPE', '<!DOCTYPE a><a/>', 'doctype'],
    ['a DOCTYPE after a comment', '<!-- x --> <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype'],
    ['an entity that is not one of the five', '<a>&nbsp;</a>', 'malformed'],
    ['a bare ampersand', '<a>R & D</a>', 'malformed'],
    ['a number that is no character', '<a>&#0;</a>', 'malformed'],
    ['tags that don’t match', '<a><b></a></b>', 'malformed'],
    ['an end too many', '<a></a></a>', 'malformed'],
    ['a second root', '<a/><b/>', 'malformed'],
    ['text after the root', '<a/>x', 'malformed'],
    ['an attribute twice', '<a x="1" x="2"/>', 'malformed'],
    ['an attribute without quotes', '<a x=1/>', 'malformed'],
    ['a tag in a tag', '<a <b>></a>', 'malformed'],
    ['control characters', '<a>\u0001</a>', 'malformed'],
    ['other declarations', '<a><!ELEMENT b></a>', 'malformed'],
    ['a document that ends too early', '<a><b>1</b>', 'truncated'],
    ['a document that ends inside a tag', '<a><b', 'truncated'],
    ['more than 64 levels', '<a>'.repeat(65), 'tooDeep'],
    ['a tag of more than a million characters', `<a x="${'y'.repeat(2 ** 20)}`, 'tooLarge'],
  ])('%s', (_, document, code) => {
    expect(codeOf([document])).toBe(code);
  });

  test('64 levels are read', () => {
    expect(codeOf(['<a>'.repeat(64), '</a>'.repeat(64)])).toBe('read');
  });
});

const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,5}$/).filter((text) => !/^xml/i.test(text));
const text = fc.oneof(
  fc.constantFrom('&amp;', '&lt;', '&#1110;', '&#x20AC;', '<![CDATA[ <x> & ]]>', '<!-- no > text -->', '\n  ', '>', '"', 'Київ'),
  fc.stringMatching(/^[A-Za-z0-9 .,;:'/]{0,8}$/),
);
const attribute = fc.tuple(name, fc.constantFrom('1', 'a &amp; b', '&#38;', 'x>y', 'EUR', "it's"));
const element: fc.Arbitrary<string> = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 2, selector: ([key]) => key }),
      fc.array(fc.oneof(text, tie('element')), { maxLength: 5 }),
    )
    .map(([tag, attributes, content]) => {
      const start = `${tag}${attributes.map(([key, value]) => ` ${key}="${value}"`).join('')}`;
      return content.length === 0 ? `<${start}/>` : `<${start}>${content.join('')}</${tag}>`;
    }),
})).element;

test('property: reads every document as libxml2 does, however it arrives', () => {
  fc.assert(
    fc.property(element, fc.array(fc.nat(40), { maxLength: 8 }), (document, sizes) => {
      const pieces = sizes.map((size, index) => document.slice(sum(sizes, index), sum(sizes, index) + size));
      expect(trace([...pieces, document.slice(sum(sizes, sizes.length))])).toBe(traceByLibxml(document));
    }),
    { numRuns: 500 },
  );
});

test('property: what libxml2 refuses of a damaged document is refused, and nothing else', () => {
  const damage = fc.record({
    at: fc.nat(),
    remove: fc.nat(2),
    insert: fc.constantFrom('', '<', '>', '&', '/', '"', 'a', ' ', ']]>', '</', '='),
  });
  fc.assert(
    fc.property(element, damage, (document, { at, remove, insert }) => {
      const from = at % document.length;
      const damaged = document.slice(0, from) + insert + document.slice(from + remove);
      let byLibxml = true;
      try {
        traceByLibxml(damaged);
      } catch {
        byLibxml = false;
      }
      expect([damaged, codeOf([damaged]) === 'read']).toEqual([damaged, byLibxml]);
    }),
    { numRuns: 3000 },
  );
});

const sum = (sizes: readonly number[], count: number): number => sizes.slice(0, count).reduce((total, size) => total + size, 0);
