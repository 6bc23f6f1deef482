"""The formats: each takes a document tree and gives bytes."""
