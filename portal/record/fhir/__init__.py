"""The record in the words of FHIR R4B, for other health software."""
