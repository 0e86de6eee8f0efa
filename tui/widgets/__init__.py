"""The panes and lines of the dashboard: each shows what it is handed and tells what was picked; none fetches."""
