"""The floor: a bare Flask application that returns a fixed text of 20 kB, served as the guide is."""

from flask import Flask, Response

TEXT = ("ambtelijk vakmanschap " * 1000)[:20_000]

app = Flask(__name__)


@app.get("/")
def fixed() -> Response:
    """The same answer, always."""
    return Response(TEXT, mimetype="text/html")
