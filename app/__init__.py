"""Samen werken aan ambtelijk vakmanschap: the application."""
