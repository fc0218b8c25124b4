"""Text that XML 1.0 can hold."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """`text` without the characters that no XML document can hold, its line ends all written `\\n`."""
    return _NOT_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
