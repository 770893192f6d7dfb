"""The application object that servers and commands load."""

import os

from app import create_app
from config import Settings

app = create_app(Settings.from_environment(os.environ))
