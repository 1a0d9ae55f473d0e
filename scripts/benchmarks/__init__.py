"""What `scripts/bench.py` measures, one module for each kind of run, and what they share."""
