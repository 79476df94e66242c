"""Changes, one after the other."""

from ect_rules.changes import Changes
from ect_rules.world import World
from tests.builders import mentorship
from tests.core.changes.showing import everything


def test_changes_one_after_the_other_do_what_they_say_in_that_order():
    first = Changes((mentorship("2025-09-01", name="a"), mentorship("2025-09-01", name="b")))
    later = Changes((mentorship("2025-10-01", name="a"),), (mentorship("2025-09-01", name="b"),))
    assert everything(first.then(later).applied_to(World())) == {"a": "2025-10-01 on"}
