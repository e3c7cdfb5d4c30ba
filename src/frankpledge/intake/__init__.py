"""Received file to Snapshot to AdmittedTable: read, validate, set aside, place on the map."""
