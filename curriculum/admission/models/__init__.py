from .application import Application, Verdict, VerdictReason
from .office import AdmissionPolicy, DocumentReader, Intake
from .proof import CatchUp, Proof, ProofOpening, ProofPage

__all__ = [
    "AdmissionPolicy",
    "Application",
    "CatchUp",
    "DocumentReader",
    "Intake",
    "Proof",
    "ProofOpening",
    "ProofPage",
    "Verdict",
    "VerdictReason",
]
