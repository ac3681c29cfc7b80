"""A document as the one text that is signed: JSON-LD to canonical N-Quads (RDFC-1.0)."""

import json
from collections.abc import Mapping
from typing import Any

from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse, serialize

from .contexts import context

Document = Mapping[str, Any]


def canonical(document: Document) -> bytes:
    """The canonical form; `@context` names only vocabularies of `contexts`, or UnknownContext is raised.

    Raises SyntaxError where the document is no JSON-LD.
    """
    dataset = Dataset(parse(json.dumps(_with_vocabularies(document)), format=RdfFormat.JSON_LD))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    quads = serialize(dataset, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(quads.splitlines(keepends=True)))


def _with_vocabularies(document: Document) -> dict[str, Any]:
    """The document with the vocabularies written into it, so that nothing need be fetched."""
    named = document.get("@context", [])
    addresses = [named] if isinstance(named, str) else named
    return {**document, "@context": [context(str(address))["@context"] for address in addresses]}
