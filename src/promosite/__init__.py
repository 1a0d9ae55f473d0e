"""Generator for a bilingual promotion website whose pages are tied to a communication plan."""
