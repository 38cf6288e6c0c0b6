/**
 * Attack strings of the kinds that public suites collect: DOMPurify's (mutation, namespaces, clobbering), html5lib's
 * (malformed markup) and the URL tests of the web platform. All are written for these tests.
 */

/** Markup. */
export const ATTACK_HTML: readonly string[] = [
  // Handlers, with and without quotes, spaces and sense.
  '<img src=x onerror=alert(1)>', '<img/src=x/onerror=alert(1)>', '<b onmouseover="alert(1)">x</b>', '<p/onclick=alert(1)>x', '<a onfocus=alert(1) tabindex=0>x</a>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>', '<input autofocus onfocus=alert(1)>', '<video src=x onerror=alert(1)>', '<body onload=alert(1)>', '<marquee onstart=alert(1)>x</marquee>',
  '<img src="x" title="a" onerror\n=\nalert(1)>', '<img src=x\u0000onerror=alert(1)>', '<img src=x ONERROR=alert(1)>', '<img src=`x`onerror=alert(1)>', '<div style="background:url(javascript:alert(1))">x</div>',
  // Elements that run or load.
  '<script>alert(1)</script>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script/src=//e.example>', '<SCRIPT>alert(1)</SCRIPT>', '<script\u0020>alert(1)</script\u0020>', '<<script>alert(1)//<</script>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<iframe src=javascript:alert(1)>', '<object data=javascript:alert(1)>', '<embed src=javascript:alert(1)>', '<base href=//e.example>', '<meta http-equiv=refresh content="0;url=//e.example">',
  '<link rel=stylesheet href=//e.example>', '<style>@import "//e.example"</style>', '<form action=javascript:alert(1)><button>x</button></form>', '<button formaction=javascript:alert(1)>x</button>', '<isindex action=javascript:alert(1)>', '<frameset onload=alert(1)>',
  '<template><script>alert(1)</script></template>', '<template shadowrootmode=open><img src=x onerror=alert(1)></template>', '<slot name=x onslotchange=alert(1)>', '<x-custom is=script>alert(1)</x-custom>', '<applet code=x>', '<portal src=//e.example>',
  // Addresses in links, in many disguises.
  '<a href=javascript:alert(1)>x</a>', '<a href=" &#14; javascript:alert(1)">x</a>', '<a href="jav&#x09;ascript:alert(1)">x</a>', '<a href="java\nscript:alert(1)">x</a>', '<a href="&#106;avascript:alert(1)">x</a>', '<a href="javascript&colon;alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<a href="vbscript:x">x</a>', '<a href="blob:https://e.example/1">x</a>', '<a href="filesystem:https://e.example/1">x</a>', '<a xlink:href="javascript:alert(1)">x</a>', '<a href="//user:pass@e.example">x</a>',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">', '<img srcset="javascript:alert(1) 1x">', '<a ping="//e.example" href="https://a.example">x</a>', '<area href=javascript:alert(1)>', '<blockquote cite=javascript:alert(1)>x</blockquote>', '<table background=javascript:alert(1)><td>x',
  // Foreign namespaces, and what a second parser makes of them.
  '<svg><script>alert(1)</script></svg>', '<svg/onload=alert(1)>', '<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>', '<svg><animate attributeName=href values=javascript:alert(1) /></svg>', '<svg><foreignObject><iframe onload=alert(1)></foreignObject></svg>', '<svg><use href="data:image/svg+xml,x"/></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', '<math href=javascript:alert(1)>x</math>', '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>', '<svg><desc><noscript></desc><img src=x onerror=alert(1)>', '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '<svg><style><img src="</style><img src=x onerror=alert(1)//">', '<svg><title><img src=x onerror=alert(1)></title></svg>',
  // Text elements that a parser and a serialiser may read differently.
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<textarea><img title="</textarea><img src=x onerror=alert(1)>">', '<title><img title="</title><img src=x onerror=alert(1)>">', '<xmp><img title="</xmp><img src=x onerror=alert(1)>">', '<noembed><img title="</noembed><img src=x onerror=alert(1)>">',
  '<noframes><img title="</noframes><img src=x onerror=alert(1)>">', '<plaintext><img src=x onerror=alert(1)>', '<!--><img src=x onerror=alert(1)>-->', '<!-- --!><img src=x onerror=alert(1)> -->', '<![CDATA[<img src=x onerror=alert(1)>]]>', '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<!DOCTYPE x [<!ENTITY y "<script>alert(1)</script>">]>&y;', '<select><template><script>alert(1)</script></template></select>', '<select><iframe><img title="</select><img src=x onerror=alert(1)>">', '<table><caption><script>alert(1)</script>', '<option><style></option></select><b><img src=x onerror=alert(1)></style></option>',
  // Names that replace those of the document.
  '<a id=page-data>x</a>', '<img name=getElementById src=x>', '<form id=root><input name=attributes></form>', '<a id=__proto__ name=constructor>x</a>', '<div id=content class=masthead>x</div>',
  // Malformed markup.
  '<', '</', '</ >', '<>', '<a', '<a href', '<a href=', '<a href="', "<a href='x", '<img src=x onerror="alert(1)', '</script><script>alert(1)', '<b><i></b></i>', '<p><table><p>', '<a><a><a>', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '\u0000<script>', '<\u0000script>alert(1)</script>', '\ufeff<script>alert(1)</script>',
  // Markdown.
  '[x](javascript:alert(1))', '[x](<javascript:alert(1)>)', '[x](JaVaScRiPt:alert(1))', '[x](&#106;avascript:alert(1))', '![x](javascript:alert(1))', '![x](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)', '<javascript:alert(1)>', '[x]: javascript:alert(1)\n\n[x]', '[x](https://a.example "\\" onmouseover=alert(1)")', '![" onerror="alert(1)](https://a.example/x.png)', '```"><script>alert(1)</script>\nx\n```', '[^"><script>]: x\n\nx[^"><script>]',
]

/** Addresses that must not pass. */
export const REFUSED_ADDRESSES: readonly string[] = [
  'javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)', ' javascript:alert(1)', 'javascript://example.com/%0aalert(1)', 'data:text/html,x', 'DATA:image/svg+xml;base64,x', 'vbscript:x', 'file:///etc/passwd', 'ftp://e.example/', 'blob:https://e.example/1', 'filesystem:https://e.example/1', 'about:blank', 'view-source:https://e.example',
  'ws://e.example', 'mailto:a@b.example', 'tel:1', 'intent://x#Intent;scheme=https;end', 'chrome://settings', 'resource://x', 'jar:https://e.example!/x', 'feed:https://e.example', 'https:', 'https:/', 'https://', 'https:///', 'https:\\\\e.example', 'http:/\\e.example', 'https://[::1', 'https://[x]/', 'https://a b.example/', 'https://e.example:99999/', 'https://e.example:-1/', 'https://e.example:x/',
  'https://%00.example/', 'https://\u0000.example/', 'https://e.example/\u202egpj', 'https://e.example/\u2028x', 'https://e.example/\nx', '//', '///e.example', '/\\e.example', '\\\\e.example', '/path', '?q', '#f', '', ' ', '.', '..', 'e.example', 'www.e.example', 'https://256.256.256.256/', 'https://1.2.3.4.5/', 'https://0x100000000/', 'https://e.example/\ud800', 'https://xn--/', 'https://<e>.example/', 'https://e|x.example/', 'https://e^x.example/',
]

/** Addresses that pass, as what they pass. */
export const ACCEPTED_ADDRESSES: readonly (readonly [address: string, canonical: string])[] = [
  ['https://user:pass@e.example/', 'https://e.example/'], ['https://e.example@evil.example/', 'https://evil.example/'], ['https://e.example:443/', 'https://e.example/'], ['http://e.example:80/', 'http://e.example/'], ['https://E.EXAMPLE/A', 'https://e.example/A'], ['https://e.example/a/../b', 'https://e.example/b'], ['https://e.example/%2e%2e/b', 'https://e.example/b'],
  ['https://e.example\\a', 'https://e.example/a'], ['https://e.example/"onclick=x', 'https://e.example/%22onclick=x'], ['https://e.example/<script>', 'https://e.example/%3Cscript%3E'], ["https://e.example/?q='", 'https://e.example/?q=%27'], ['https://0x7f.1/', 'https://127.0.0.1/'], ['https://2130706433/', 'https://127.0.0.1/'], ['https://[::ffff:7f00:1]/', 'https://[::ffff:7f00:1]/'],
  ['https://faß.example/', 'https://xn--fa-hia.example/'], ['https://e。example/', 'https://e.example/'], ['//e.example/a', 'https://e.example/a'], ['https://e.example/?a=1&utm_source=x', 'https://e.example/?a=1'],
]
