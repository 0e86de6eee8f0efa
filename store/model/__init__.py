"""What travels between the parts of Dateline: plain frozen values, no behaviour that needs a database or a clock."""
