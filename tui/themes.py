"""The colours: dark, light, high contrast, and the terminal's own."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

TERMINAL = "terminal"
DARK = "dark"
_BROKEN = frozenset({"ansi-dark", "ansi-light"})
"""Textual's own themes in the terminal's colours: their muted tones come out black on black."""

_TERMINAL_THEME = Theme(
    name=TERMINAL,
    ansi=True,
    # Of the 16 colours, these four can be read on the black and on the white of nearly every palette.
    primary="ansi_cyan",
    secondary="ansi_magenta",
    warning="ansi_red",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_magenta",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "foreground-muted": "ansi_default",
        "primary-muted": "ansi_default",
        "warning-muted": "ansi_default",
        "panel": "ansi_default",
        "surface": "ansi_default",
        "boost": "ansi_default",
        "border": "ansi_cyan",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "bold reverse",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "scrollbar": "ansi_default",
        "scrollbar-background": "ansi_default",
    },
)
_CONTRAST_THEME = Theme(
    name="contrast",
    # Every colour of text has a contrast of 7:1 or more against black, and white against every background.
    primary="#5cd6ff",
    secondary="#ff9dff",
    warning="#ffd700",
    error="#ff8080",
    success="#7dff7d",
    accent="#ffb347",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    variables={
        "text-muted": "#d0d0d0",
        "foreground-muted": "#d0d0d0",
        "primary-muted": "#004a8f",
        "warning-muted": "#6b3d00",
        "text-primary": "#5cd6ff",
        "text-secondary": "#ff9dff",
        "text-warning": "#ffd700",
        "text-error": "#ff8080",
        "text-success": "#7dff7d",
        "text-accent": "#ffb347",
        "border-blurred": "#ffffff",
    },
)
OWN: tuple[Theme, ...] = (
    replace(BUILTIN_THEMES["textual-dark"], name=DARK),
    # Textual's tones of orange and green fall short of a contrast of 4.5:1 on its light grey.
    replace(
        BUILTIN_THEMES["textual-light"],
        name="light",
        background="#ececec",
        variables={"text-warning": "#8a4300", "text-accent": "#854600", "text-success": "#1a6330"},
    ),
    _CONTRAST_THEME,
    _TERMINAL_THEME,
)


def theme_names() -> tuple[str, ...]:
    """Names that the settings may choose among, Dateline's own first."""
    own = tuple(theme.name for theme in OWN)
    return own + tuple(name for name in BUILTIN_THEMES if name not in _BROKEN and not name.startswith("textual-"))


def known(name: str) -> bool:
    """True for the name of a theme that can be chosen."""
    return name in theme_names()
