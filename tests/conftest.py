"""Settings that all tests share."""

import os

from hypothesis import HealthCheck, settings

# HYPOTHESIS_PROFILE=soak looks for longer; give pytest --timeout 0 with it.
UNHURRIED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("default", max_examples=100, **UNHURRIED)
settings.register_profile("soak", max_examples=5_000, **UNHURRIED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
