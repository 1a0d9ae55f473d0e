"""Expressions by which claims are recognised, and those that show that none is made. One expression on a line."""

import re
from collections.abc import Mapping

from promosite.wording.wordlist import Expressions, Pieces, either, listed

QUALITIES = (
    "tốt|ngon|đẹp|lớn|nổi tiếng|uy tín|tuyệt vời|hấp dẫn|hiện đại|sạch|an toàn|chất lượng|thơm ngon|thơm"
    "|đặc biệt|quý|quý hiếm|độc đáo|cao cấp|rẻ|bổ dưỡng|được ưa chuộng|được yêu thích|lâu đời|tươi ngon|đặc sắc"
)
SCOPES_VI = r"(?:thế giới|toàn cầu|Việt Nam|cả nước|toàn quốc|châu Á|Đông Nam Á|Đông Nam Bộ|khu vực|miền Nam|vùng|tỉnh)"
SCOPES_EN = r"(?:the (?:world|country|region|province|nation)|Viet ?Nam|Asia|South-?east Asia|Ba Ria - Vung Tau)"
OWNERS_EN = r"(?:world|country|region|province|nation|Viet Nam|area)['’]s"

SUPERLATIVE: Mapping[str, Expressions] = {
    "vi": Expressions(
        hints=listed("nhất; số một; số 1; hàng đầu; nổi tiếng; không hai; không đâu; tuyệt hảo"),
        pattern=either(
            rf"\b(?:{QUALITIES}) nhất\b(?! (?:là|định|quán|trí|thể|thiết))",
            rf"(?<!lần )\b(?!thống|hợp|đồng|thứ|duy|lần|bậc|giải|hạng)\w+ nhất (?:ở |tại |của )?{SCOPES_VI}\b",
            rf"\bsố (?:một|1)\b(?= (?:ở |tại |của |trên )?{SCOPES_VI})",
            r"\b(?:là|thương hiệu|vị trí|đặc sản|sản phẩm) số một\b(?! (?:trăm|nghìn|vài|số|triệu))",
            rf"\bduy nhất (?:ở |tại |của |trên ){SCOPES_VI}",
            r"\bhàng đầu (?:thế giới|Việt Nam|cả nước|châu Á|khu vực)\b",
            r"\bnổi tiếng (?:khắp |toàn )?(?:thế giới|năm châu|toàn cầu)\b",
            r"\bcó một không hai\b",
            r"\bkhông đâu (?:sánh bằng|có được)\b",
            r"\btuyệt hảo\b",
        ),
    ),
    "en": Expressions(
        hints=listed(
            "best; famous; renowned; beating; number one; number-one; finest; tastiest; purest; largest; biggest;"
            " oldest; cleanest; richest; the most; s most; s favourite; second to; second-to; unriv; unparall"
        ),
        pattern=either(
            r"\bthe (?:very )?best\b(?!-)"
            r"(?! (?:practices?|interests?|known|ways?|time|use|efforts?|of (?:our|their|its))\b)",
            r"\bworld[- ](?:famous|renowned|beating|best)\b",
            r"\bnumber[- ]one\b(?! (?:hundred|thousand))",
            rf"\b{OWNERS_EN} (?:best|finest|largest|biggest|oldest|favourite|most \w+)\b",
            r"\bthe (?:finest|tastiest|purest)\b",
            r"\bthe most (?:famous|delicious|beautiful|popular|prestigious|trusted|nutritious|sought-after)\b",
            rf"\b(?:largest|biggest|oldest|purest|cleanest|richest) (?:\w+ ){{0,3}}(?:in|of) {SCOPES_EN}",
            r"\bunrivall?ed\b",
            r"\bunparall?eled\b",
            r"\bsecond[- ]to[- ]none\b",
        ),
    ),
}

ILLNESS_VI = (
    r"(?:ung thư|tiểu đường|đái tháo đường|tim mạch|đột quỵ|viêm \w+|mất ngủ|(?:cao )?huyết áp|gút|gout"
    r"|đau dạ dày|sỏi thận|ho khan|cảm cúm|nhiều bệnh|bách bệnh|bệnh)\b"
)
ILLNESS_EN = (
    r"(?:diseases?|illness(?:es)?|cancer|diabetes|insomnia|arthritis|gout|hypertension|high blood pressure|strokes?"
    r"|inflammation|coughs?)\b"
)

HEALTH: Mapping[str, Expressions] = {
    "vi": Expressions(
        hints=listed(
            "bệnh; chữa; đặc trị; dược; viêm; huyết; gút; gout; độc; ung thư; tiểu đường; tháo đường; tim mạch;"
            " đột quỵ; mất ngủ; dạ dày; sỏi thận; ho khan; cảm cúm; mỡ máu; đề kháng; miễn dịch; lão hóa;"
            " bổ thận; bổ gan; bổ máu; bổ phổi; bổ não; tốt cho"
        ),
        pattern=either(
            r"\bchữa (?:khỏi|lành|trị|được|bệnh|bách bệnh|dứt)\b",
            r"\bđặc trị\b",
            r"\b(?:thần|tiên) dược\b",
            rf"\b(?:phòng|ngừa|ngăn ngừa|phòng ngừa|chống|giảm|trị|điều trị|đẩy lùi) (?:các )?(?:bệnh )?{ILLNESS_VI}",
            r"\bhạ (?:huyết áp|đường huyết|mỡ máu)\b",
            r"\btăng (?:cường )?(?:sức |khả năng |hệ )?(?:đề kháng|miễn dịch)\b",
            r"\b(?:giải|thải) độc\b",
            r"\bchống lão hóa\b",
            r"\bbổ (?:thận|gan|máu|phổi|não)\b",
            r"\btốt cho (?:sức khỏe|tim|gan|dạ dày|tiêu hóa|mắt|da|người bệnh)\b",
        ),
    ),
    "en": Expressions(
        hints=listed(
            "cure; disease; illness; cancer; diabetes; insomnia; arthritis; gout; hypertension; blood; stroke;"
            " inflammation; cough; immun; cholesterol; miracle; detoxif; health; healing; good for; beneficial"
        ),
        pattern=either(
            r"\b(?:cures|can cure|cure for)\b",
            rf"\b(?:cure|heal|treat|prevent|fight|relieve|combat)(?:s|ing)? (?:\w+ ){{0,2}}?{ILLNESS_EN}",
            r"\banti-?cancer\b",
            r"\bboost(?:s|ing)? (?:the |your )?immun\w+",
            r"\blower(?:s|ing)? (?:blood pressure|cholesterol|blood sugar)\b",
            r"\b(?:good|beneficial) for (?:your |the |human )?(?:health|heart|liver|skin|digestion)\b",
            r"\bmiracle (?:cure|drug|food|fruit)\b",
            r"\bdetoxif\w+",
            r"\bhealth benefits\b",
            r"\bhealing (?:power|properties)\b",
        ),
    ),
}

NOT_OF_PRODUCTS: Mapping[str, re.Pattern[str]] = {
    "vi": either(
        r"\b(?:cây|vườn|lá|rễ|vật nuôi|gia súc|gia cầm|tôm|trồng trọt|chăn nuôi|sâu bệnh|dịch bệnh|bệnh viện|y tế)\b"
    ),
    "en": either(
        r"\b(?:plants?|trees?|crops?|vines?|livestock|poultry|shrimps?|orchards?|pests?|hospitals?|clinics?)\b"
    ),
}
"""A sentence about plants, animals or hospitals claims nothing for a product."""

DENIED: Mapping[str, re.Pattern[str]] = {
    "vi": either(r"\b(?:không|chưa|chẳng|cấm|tránh|thay thế thuốc)\b"),
    "en": either(r"\b(?:not|no|never|without|nor|neither|cannot|nothing|nobody|unofficial)\b", r"n['’]t\b"),
}

IDIOMS: Mapping[str, re.Pattern[str]] = {
    "vi": either(
        r"\b(?:điều kiện|một cách|phục vụ|môi trường|phương án|giải pháp|cơ hội|kết quả|phần|con số|mức)(?: \w+){0,2} $"
    ),
    "en": either(r"\b(?:at|do|try|did|tried|provide|create|offer) $"),
}
"""Administrative idiom before a superlative that praises nothing: điều kiện tốt nhất."""

SITE: Mapping[str, Expressions] = {
    "vi": Expressions(
        hints=("chính thức",),
        pattern=either(
            r"\b(?:trang(?: thông tin điện tử| thông tin| web| mạng| chủ| tin)?|website"
            r"|cổng(?: thông tin(?: điện tử)?)?)"
            r"(?: này)?(?: là)?(?: (?:trang|kênh|cổng)(?: thông tin)?(?: điện tử)?)? chính thức\b",
            r"\bkênh(?: thông tin)? chính thức\b",
            r"\bbản dịch chính thức\b",
        ),
    ),
    "en": Expressions(
        hints=("official",),
        pattern=either(
            r"\bofficial (?:(?:web ?|home ?)?site|(?:web |home ?)?page|(?:web |information )?portal)\b",
            r"\bofficial (?:channel|translation)\b",
        ),
    ),
}
HINTS: Mapping[str, Pieces] = {
    lang: Pieces(hint for table in (SUPERLATIVE, HEALTH, SITE) for hint in table[lang].hints) for lang in SUPERLATIVE
}
"""All hints of a language, to be looked for at once."""

OF_OTHERS: Mapping[str, re.Pattern[str]] = {
    "vi": either(r"\b(?:trên|tại|theo|từ|xem|ở|qua|vào|đến|tới|các|những|mỗi|với|bằng|có) $"),
    "en": either(
        r"\b(?:on|at|from|see|visit|via|by|through|in|to|with|has|have)(?: (?:the|an))? $",
        r"\b(?:any|each|every|their|its|his|her|many|several) $",
    ),
}
"""What refers to somebody's official site instead of claiming to be one."""

OF_OURS: Mapping[str, re.Pattern[str]] = {
    "vi": either(r"\b(?:này|đây là|chúng tôi|chào mừng)\b"),
    "en": either(r"\b(?:this|our|welcome|here is)\b"),
}
