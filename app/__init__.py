"""Samen werken aan ambtelijk vakmanschap: a guide that civil servants keep together."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app import answers, cli, features, migrating
from app.core.db import db
from app.web import assets, context, cookies, errors, filters, guards, headers, public_cache, requests
from app.web.settings import EXTENSION as SETTINGS
from config import Settings

LARGEST_REQUEST = 12 * 1024 * 1024


def create_app(settings: Settings) -> Flask:
    """The application with these settings, on a database that the migrations have made."""
    app = errors.Application(__name__)
    app.config.from_mapping(_flask_settings(settings))
    app.extensions[SETTINGS] = settings
    db.init_app(app)
    for part in (requests, assets, filters, context, guards, headers, errors, cli, migrating):
        part.register(app)
    answers.register()
    features.register(app, settings)
    public_cache.register(app, settings)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        # This is how Flask wants middleware to be put in.
        behind_proxies = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)
        app.wsgi_app = behind_proxies  # type: ignore[method-assign]  # the way that Flask documents
    return app


def _flask_settings(settings: Settings) -> dict[str, object]:
    sqlite = settings.database_url.startswith("sqlite")
    return {
        "SECRET_KEY": settings.secret_key,
        "DEBUG": settings.debug,
        "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
        "MAX_FORM_MEMORY_SIZE": LARGEST_REQUEST,
        "PROVIDE_AUTOMATIC_OPTIONS": False,
        "SESSION_COOKIE_NAME": cookies.cookie_names(settings)[1],
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.cookie_secure,
        "WTF_CSRF_TIME_LIMIT": None,
        # `web.guards` calls the check itself, after the permission; it looks at Origin, not at the referrer.
        "WTF_CSRF_CHECK_DEFAULT": False,
        "WTF_CSRF_SSL_STRICT": False,
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        # Each thread of a worker, and the outbox thread, may hold one connection; none waits for another.
        "SQLALCHEMY_ENGINE_OPTIONS": {
            "pool_size": settings.threads + 1,
            "max_overflow": 2,
            "pool_pre_ping": not sqlite,
        },
    }
