"""Records: what the stages hand to each other. Frozen, complete, without behaviour that needs a disk or a clock."""
