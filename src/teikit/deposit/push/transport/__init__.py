"""Talking to the server.

`client` makes one request, and `answers` says what is wrong with what came back; `retrying` does a step again where
that may help. The token is in `authentication` and in one header of `client`, nowhere else.
"""
