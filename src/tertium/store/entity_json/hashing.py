"""How Wikibase names value nodes: the MD5 of what PHP would serialize.

Source: `getHash` and `serialize` of the DataValues libraries. With the same names, a value that
is loaded from JSON and from RDF has one node, not two.
"""

from hashlib import md5

__all__ = ["array_of", "hash_of", "php_float", "php_string", "serialized"]


def hash_of(text: str) -> str:
    """Return the MD5 of a text in hexadecimal digits."""
    return md5(text.encode(), usedforsecurity=False).hexdigest()


def serialized(name: str, content: str) -> str:
    """Return an object of a PHP class that serializes itself.

    >>> serialized("A", "b")
    'C:1:"A":1:{b}'
    """
    return f'C:{len(name)}:"{name}":{len(content.encode())}:{{{content}}}'


def php_string(text: str) -> str:
    """Return a string as PHP serializes it.

    >>> php_string("+5")
    's:2:"+5";'
    """
    return f's:{len(text.encode())}:"{text}";'


def array_of(elements: tuple[str, ...]) -> str:
    """Return an array of what is serialized already.

    >>> array_of((php_string("x"),))
    'a:1:{i:0;s:1:"x";}'
    """
    numbered = "".join(f"i:{index};{element}" for index, element in enumerate(elements))
    return f"a:{len(elements)}:{{{numbered}}}"


def php_float(number: float) -> str:
    """Return a number as PHP writes it, with 14 digits.

    >>> php_float(52.0), php_float(1 / 3600), php_float(1e-05)
    ('52', '0.00027777777777778', '1.0E-5')
    """
    mantissa, exponential, exponent = f"{number:.14G}".partition("E")
    if not exponential:
        return mantissa
    point = "" if "." in mantissa else ".0"
    return f"{mantissa}{point}E{exponent[0]}{exponent[1:].lstrip('0')}"
