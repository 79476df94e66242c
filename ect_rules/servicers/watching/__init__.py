"""Telling of decisions that change."""
