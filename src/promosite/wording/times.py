"""Words and figures that tell of when: what was so once, what is so today, and dates."""

import re
from collections.abc import Mapping
from datetime import date

from promosite.wording.wordlist import either, words

FORMER: Mapping[str, re.Pattern[str]] = {
    "vi": either(
        r"\b(?:khi đó|lúc đó|bấy giờ|thời đó|khi ấy|lúc ấy|trước đây|trước kia|trước đó|trước ngày|trước khi)\b",
        r"\b(?:cũ|cựu|thời điểm|thời kỳ|giai đoạn|nguyên (?:là|thuộc)|không còn)\b",
        r"\b(?:lúc|khi) (?:đăng ký|được|công nhận|bảo hộ|cấp)\b",
        r"\bnay (?:là|thuộc|gồm|nằm|đã)\b",
        r"\b(?:sáp nhập|hợp nhất|nhập vào|giải thể|bãi bỏ|kết thúc|chấm dứt|ngừng hoạt động|thay thế|đổi tên)\b",
    ),
    "en": either(
        r"\b(?:former|formerly|then|previous|previously|old|once|ex|until|before|prior|used to|no longer)\b",
        r"\b(?:at (?:the|that) time|at (?:registration|certification|protection)|in those days)\b",
        r"\b(?:merg\w+|ceas\w+|abolish\w*|abolition|dissol\w*|replac\w+|renamed|became)\b",
    ),
}
"""Words that say that a name was a name of its time, or how it changed."""

NARRATED: Mapping[str, re.Pattern[str]] = {
    "vi": either(r"\b(?:đã|từng)\b"),
    "en": either(
        r"\b(?:was|were|had|did|came|held|made|took|gave|drew|began|went|saw|grew|sold|sent|met|names?)\b",
        r"\b[a-z]{3,}ed\b",
    ),
}
"""Words that tell of something past, though not that the name has ended."""

SINCE: Mapping[str, re.Pattern[str]] = {
    "vi": either(r"\b(?:nay|hiện|từ)\b"),
    "en": either(r"\b(?:now|today|since|from)\b"),
}
"""What joins an old name to the one that followed."""

NOW_BEFORE: Mapping[str, re.Pattern[str]] = {
    "vi": either(r"\b(?:hiện nay|hiện tại|ngày nay|hiện giờ)(?:,| tại| ở| của| trên địa bàn| trong)?\s*$"),
    "en": either(r"\b(?:currently|nowadays|today|at present|presently|now)(?:,| in| across| at)?(?: the)?\s*$"),
}
NOW_AFTER: Mapping[str, re.Pattern[str]] = {
    "vi": either(r"\s*,?\s*(?:hiện nay|hiện tại|ngày nay|hiện đang|hiện có|hiện là|hiện vẫn)\b(?!\s+(?:thuộc|là))"),
    "en": either(
        r"\s*,?\s*(?:currently|nowadays|presently|today (?:is|has|lies))\b",
        r"\s*,?\s*(?:is|has|are|have) (?:now|today|currently)\b",
    ),
}
"""Words beside the name that say today."""

BODY: Mapping[str, re.Pattern[str]] = {
    "vi": re.compile(
        r"\b(?:Sở|Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Tỉnh ủy|Chi cục|Cục|Ban|Báo|Đài|Cổng|Trung tâm|Công an"
        r"|Hội|Đoàn|Liên minh|Mặt trận|[Nn]gành|Văn phòng|Trường|Quỹ|Hiệp hội)\b[^.,;:!?()\x00]{0,70}$"
    ),
    "en": re.compile(
        r"\b(?:Department|Committee|Council|Newspaper|Portal|Centre|Office|Union|Board|Association|Fund)\b"
        r"[^.;:!?()\x00]{0,70}$"
    ),
}
"""A body that bears the name; it is named as it was called."""

MONTHS = words("January February March April May June July August September October November December")
DATE = re.compile(
    r"\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})\b"
    r"|\b(?P<m2>\d{1,2})(?:/| năm )(?P<y2>\d{4})\b"
    rf"|\b(?:(?P<d3>\d{{1,2}}) )?(?P<m3>{'|'.join(MONTHS)}) (?P<y3>\d{{4}})\b"
    r"|(?<![\d/.,-])(?P<y4>(?:1[5-9]|20)\d\d)(?![\d/%]|[.,]\d)"
)
"""Dates as far as they are given; years alone from 1500 on."""


def first_day(match: re.Match[str]) -> date:
    """Return the first day that a date in a text may be; one that never was counts as early."""
    part = match.groupdict()
    month = part["m3"]
    number = MONTHS.index(month) + 1 if month else int(part["m"] or part["m2"] or 1)
    try:
        return date(int(part["y"] or part["y2"] or part["y3"] or part["y4"]), number, int(part["d"] or part["d3"] or 1))
    except ValueError:
        return date.min
