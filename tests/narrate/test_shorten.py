from tertium.narrate.messages import (
    Agreement,
    Contrast,
    Message,
    Opinion,
    Shared,
    Side,
    Stated,
    View,
)
from tertium.narrate.shorten import chronological, shorter
from tests.narrate.builders import about, date, fact

A, B, C = about("Ada", *(fact("ideology", name) for name in ("peace", "war", "love"))).statements


def test_what_is_left_is_told_in_order_of_time() -> None:
    late, early = about(
        "Ada", fact("role", "late", time=date("1900")), fact("role", "early", time=date("1800"))
    ).statements
    late, early = sorted((late, early), key=lambda one: str(one.value), reverse=True)
    told = chronological(Stated(Side(late.subject, ((late, early),))))
    assert told == Stated(Side(late.subject, ((early, late),)))


def test_the_last_thing_goes_first() -> None:
    assert shorter(Stated(Side(A.subject, ((A, B), (C,))))) == Stated(Side(A.subject, ((A, B),)))
    assert shorter(Stated(Side(A.subject, ((A, B),)))) == Stated(Side(A.subject, ((A,),)))


def test_of_two_sides_the_longer_is_cut() -> None:
    long, short = Side(A.subject, ((A, B),)), Side(C.subject, ((C,),))
    cut = shorter(Contrast(sides=(long, short)))
    assert cut == Contrast(sides=(Side(A.subject, ((A,),)), short))


def test_then_circumstances_go_into_brackets() -> None:
    contrast = Contrast(sides=(Side(A.subject, ((A,),)), Side(C.subject, ((C,),))))
    brief = shorter(contrast)
    assert isinstance(brief, Contrast)
    assert brief.brief
    assert shorter(brief) is None


def test_one_of_several_agreements_goes() -> None:
    one, other = Agreement(statements=(A,)), Agreement(statements=(B,))
    both: Message = Shared((one, other), everyone=True)
    assert shorter(both) == Shared((one,), everyone=True)
    assert shorter(Shared((one,), everyone=True)) is None


def test_no_opinion_is_silenced() -> None:
    assert shorter(Opinion((View((A,)), View((B,))))) is None
