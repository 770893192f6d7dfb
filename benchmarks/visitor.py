"""Somebody signed in who fills in forms, as a browser without JavaScript would."""

import http.client
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode


@dataclass
class Form:
    """A form of a page: where it goes and what is in it already."""

    action: str
    values: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._text: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif self.forms and tag == "input" and "name" in given:
            chosen = given.get("type") not in {"checkbox", "radio"} or "checked" in given
            if chosen and given.get("type") != "submit":
                self.forms[-1].values.append((given["name"], given.get("value", "")))
        elif self.forms and tag == "button" and "name" in given:
            self.forms[-1].buttons.append((given["name"], given.get("value", "")))
        elif self.forms and tag == "textarea":
            self._text = ""
            self.forms[-1].values.append((given.get("name", ""), ""))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text is not None:
            name, _ = self.forms[-1].values[-1]
            self.forms[-1].values[-1] = (name, self._text.removeprefix("\n"))
            self._text = None


class Visitor:
    """One browser with its cookies."""

    def __init__(self, port: int, cookies: dict[str, str]) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies = cookies

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        return self._ask("GET", path, None)

    def conditional(self, path: str) -> tuple[int, str, str]:
        """Ask for a page, then again with its ETag: the second status, its text, and the ETag."""
        self.connection.request("GET", path)
        first = self.connection.getresponse()
        first.read()
        etag = first.getheader("ETag") or ""
        self.connection.request("GET", path, headers={"If-None-Match": etag})
        second = self.connection.getresponse()
        return second.status, second.read().decode(), etag

    def form(self, path: str, action: str) -> Form:
        """The form on a page that goes to an address ending in `action`."""
        parser = _Forms()
        parser.feed(self.get(path)[1])
        return next(form for form in parser.forms if (form.action or path).split("?")[0].endswith(action))

    def send(self, path: str, form: Form, values: dict[str, str]) -> tuple[int, float]:
        """Send a form in; status and milliseconds."""
        filled = [(name, values.get(name, value)) for name, value in form.values]
        filled += [(name, value) for name, value in values.items() if name not in dict(form.values)]
        began = time.perf_counter()
        status, _ = self._ask("POST", form.action or path, urlencode(filled))
        return status, (time.perf_counter() - began) * 1000

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, content = value.split(";")[0].partition("=")
                self.cookies[cookie] = content
        return answer.status, text
