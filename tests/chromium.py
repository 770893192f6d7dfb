"""The system's Chromium: where it is, and how to get it."""

import os
import shutil

# The shell is the same Chromium without windows; with it the tests cost a third less.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
HOW_TO_GET_CHROMIUM = "Chromium is missing. On Debian or Ubuntu: sudo apt-get install chromium"
# In continuous integration a missing browser is a failure, not a reason to skip.
REQUIRED = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    # No page lives long enough to earn back what optimizing its scripts costs.
    "--js-flags=--no-opt --no-maglev",
]
