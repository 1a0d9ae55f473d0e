"""Claims without proof."""

import pytest

from promosite.load.nodes import parse_yaml
from promosite.wording.claims import check_claims
from promosite.wording.passages import Writing, passages_in
from tests.wording.tiny import PATH, Found, in_text, marked, writing

SUPERLATIVES = [
    ("vi", "Loại muối này ⟦ngon nhất⟧ trong vùng."),
    ("vi", "Hồ tiêu ⟦tốt nhất⟧ vùng."),
    ("vi", "Đây là ⟦đặc sản số một⟧ của vùng."),
    ("vi", "Thương hiệu ⟦hàng đầu Việt Nam⟧."),
    ("vi", "Sản phẩm ⟦nổi tiếng thế giới⟧."),
    ("vi", "Nhà vườn ⟦lớn nhất⟧ huyện.\n\nCâu khác.[^x]"),
    ("vi", "Hương vị ⟦có một không hai⟧."),
    ("vi", "Vùng trồng ⟦duy nhất tại Việt Nam⟧."),
    ("vi", "Thứ quả ⟦sớm nhất cả nước⟧."),
    ("en", "It is ⟦the best⟧ pepper."),
    ("en", "⟦World-famous⟧ longan."),
    ("en", "The ⟦number-one⟧ choice."),
    ("en", "Line.\nThe ⟦largest salt field in the country⟧."),
    ("en", "⟦The finest⟧ salt and ⟦the most delicious⟧ fruit."),
    ("en", "An ⟦unrivalled⟧ taste."),
    ("en", "the ⟦region's best⟧ cocoa"),
    ("en", "It is ⟦second to none⟧."),
]

NO_SUPERLATIVE = [
    ("vi", "Nhất là chủ trương, chính sách; thống nhất đất nước; ít nhất 3 ngày; chậm nhất ngày 15."),
    ("vi", "Lần thứ nhất, giải nhất, thứ nhất, duy nhất một đầu mối, nhất quán, nhất trí, hợp nhất tỉnh."),
    ("vi", "Tạo điều kiện tốt nhất cho doanh nghiệp; phục vụ người dân tốt nhất."),
    ("vi", "Vùng trồng lớn nhất cả nước.[^nguon]"),
    ("vi", "Không phải là loại ngon nhất."),
    ("vi", "Theo bài “Hồ tiêu ngon nhất thế giới”, giá tăng."),
    ("vi", "Trong số một trăm hộ; số một số hộ; nhiệm vụ số một; số 1 Ba Cu."),
    ("vi", "Trung tâm hàng đầu về khoa học; hồ sơ mới nhất; nơi gần nhất; hạng cao nhất."),
    ("en", "the best practices; to the best of our knowledge is not here; best before 2026"),
    ("en", "It is the largest in the country.[^source]"),
    ("en", "This is not the best price."),
    ("en", "Ward No. 1, number 1, the most recent figures, the most part"),
    ("en", "“World-famous salt” is the article's title."),
    ("en", "at best, the best-known grower, one of several"),
    ("en", "the largest booth, the oldest member"),
    ("en", "a leading centre of science"),
]

HEALTH = [
    ("vi", "Nước cốt nhàu ⟦chữa bệnh⟧ khớp.", True),
    ("vi", "Trà giúp ⟦hạ huyết áp⟧.", True),
    ("vi", "Sản phẩm ⟦tốt cho sức khỏe⟧.[^x]", True),
    ("vi", "Uống để ⟦phòng ngừa ung thư⟧.", True),
    ("vi", "⟦Tăng cường sức đề kháng⟧.", False),
    ("vi", "Được coi là ⟦thần dược⟧.", False),
    ("vi", "Giúp ⟦giải độc⟧ gan.", True),
    ("vi", "⟦Trị ho khan⟧ rất hay.", True),
    ("en", "Noni ⟦cures⟧ arthritis.", True),
    ("en", "It ⟦prevents cancer⟧.[^x]", True),
    ("en", "It ⟦treats high blood pressure⟧.", True),
    ("en", "It ⟦boosts immunity⟧.", False),
    ("en", "This tea is ⟦good for your health⟧.", True),
    ("en", "a ⟦miracle fruit⟧", False),
    ("en", "It ⟦lowers cholesterol⟧.", True),
    ("en", "Many ⟦health benefits⟧.", True),
]

NO_HEALTH = [
    ("vi", "Trang này không nêu công dụng đối với sức khỏe.", True),
    ("vi", "Sản phẩm không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh.", True),
    ("vi", "Phòng bệnh cho cây tiêu và phòng chống dịch bệnh.", True),
    ("vi", "Bệnh viện điều trị bệnh nhân.", False),
    ("vi", "Nghiên cứu thuốc điều trị ung thư.[^x]", False),
    ("vi", "Bổ sung hồ sơ; bổ nhiệm; phổ biến kế hoạch.", True),
    ("vi", "Chất độc da cam; đầu độc; giá trị gia tăng; chính trị.", False),
    ("vi", "Đường kính quả 3,2 mm; tiêu chuẩn; tim.", True),
    ("vi", "Chữa lỗi chính tả.", False),
    ("en", "This page makes no statement about health effects.", True),
    ("en", "Never a curing claim.", True),
    ("en", "It does not cure diseases.", True),
    ("en", "Spraying prevents diseases of pepper plants.", True),
    ("en", "cured fish and secure packing", True),
    ("en", "A trial of a drug that treats diabetes.[^x]", False),
    ("en", "blood oranges, a healthy budget, the health sector", False),
]

OFFICIAL = [
    ("vi", "Đây là ⟦trang chính thức⟧ của Sở."),
    ("vi", "⟦Trang thông tin điện tử chính thức⟧ của tỉnh."),
    ("vi", "Chào mừng đến với ⟦cổng thông tin chính thức⟧."),
    ("vi", "⟦Website chính thức⟧ về OCOP"),
    ("vi", "⟦Trang này là trang chính thức⟧ của Sở."),
    ("vi", "⟦Kênh chính thức⟧ của Trung tâm"),
    ("vi", "Dòng một.\n⟦Bản dịch chính thức⟧ của kế hoạch."),
    ("en", "This is the ⟦official website⟧ of the Department."),
    ("en", "Welcome to the ⟦official site⟧."),
    ("en", "The ⟦official portal⟧ of the province"),
    ("en", "On this ⟦official page⟧ you find news."),
    ("en", "Our ⟦official channel⟧ is here."),
    ("en", "An ⟦official translation⟧ of the plan"),
    ("en", "## ⟦Official web site⟧"),
    ("en", "line\n\nThe ⟦official homepage⟧ of the Centre"),
]

NOT_OFFICIAL = [
    ("vi", "Trang chạy thử, chưa phải trang thông tin chính thức."),
    ("vi", "Trang này không phải trang thông tin điện tử chính thức."),
    ("vi", "Xem trang chính thức của Cục Sở hữu trí tuệ."),
    ("vi", "Theo trang chính thức của Bộ, quyết định có hiệu lực."),
    ("vi", "Số liệu lấy từ cổng thông tin chính thức của thành phố."),
    ("vi", "“Trang chính thức” là chữ trong nguồn."),
    ("vi", "Chính thức hoạt động từ ngày 01/07/2025; tên tiếng Anh chính thức."),
    ("vi", "Không tìm thấy bản dịch chính thức."),
    ("en", "Demonstration site, not an official website."),
    ("en", "Nobody calls this an official website."),
    ("en", "See the official site of the Office."),
    ("en", "It was announced on their official website."),
    ("en", "No official English name was found; an unofficial translation."),
    ("en", "official letter, official language, officials of the site"),
    ("en", "“Official site” is what the source says."),
]


@pytest.mark.parametrize(("lang", "text"), SUPERLATIVES)
def test_a_superlative_needs_proof(lang: str, text: str) -> None:
    assert _found(lang, text) == [("word-claim", marked(text)[1])]


@pytest.mark.parametrize(("lang", "text"), NO_SUPERLATIVE)
def test_what_ranks_nothing_or_is_proved_is_left(lang: str, text: str) -> None:
    assert _found(lang, text) == []


@pytest.mark.parametrize(("lang", "text", "product"), HEALTH)
def test_a_health_claim_is_found(lang: str, text: str, product: bool) -> None:
    assert _found(lang, text, product) == [("word-health", marked(text)[1])]


@pytest.mark.parametrize(("lang", "text", "product"), NO_HEALTH)
def test_what_claims_no_effect_is_left(lang: str, text: str, product: bool) -> None:
    assert _found(lang, text, product) == []


@pytest.mark.parametrize(("lang", "text"), OFFICIAL)
def test_nothing_is_official_without_a_publisher(lang: str, text: str) -> None:
    assert _found(lang, text) == [("word-official", marked(text)[1])]
    assert _found(lang, text, publisher_set=True) == []


@pytest.mark.parametrize(("lang", "text"), NOT_OFFICIAL)
def test_denials_and_others_sites_are_left(lang: str, text: str) -> None:
    assert _found(lang, text) == []


def _found(lang: str, text: str, product: bool = False, publisher_set: bool = False) -> list[tuple[str, list[Found]]]:
    findings = list(check_claims(writing(lang, marked(text)[0]), product, publisher_set))
    codes = sorted({one.code for one in findings})
    return [(code, in_text(one for one in findings if one.code == code)) for code in codes]


def test_a_headline_is_proved_by_the_body() -> None:
    headline = "Vùng muối lớn nhất cả nước"
    proved = writing("vi", "Đây là vùng muối lớn nhất cả nước.[^nguon]", title=headline)
    claimed = writing("vi", "Đây là vùng muối.[^nguon]", title=headline)
    assert list(check_claims(proved, False, False)) == []
    (one,) = check_claims(claimed, False, False)
    assert (one.code, one.source.line, one.source.column) == ("word-claim", 2, 8)


FIELDS = {
    "the value of a fact": (
        "facts: [{label: {vi: Công dụng}, value: {vi: 'chữa bệnh tiểu đường'}, source: a}]",
        True,
        [("word-health", "chữa bệnh")],
    ),
    "a fact in news, with its source": ("facts: [{label: {vi: A}, value: {vi: trị ho khan}, source: a}]", False, []),
    "a superlative that a fact's source proves": (
        "facts: [{label: {vi: A}, value: {vi: loại ngon nhất}, source: a}]",
        True,
        [],
    ),
    "an answer to a buyer": (
        "trade: {storage: {vi: 'Tốt cho sức khỏe', source: a}}",
        True,
        [("word-health", "Tốt cho sức khỏe")],
    ),
    "a description of a picture, whose source is where it comes from": (
        "media: [{alt: {vi: Muối ngon nhất}, source: {vi: Tự chụp}}]",
        False,
        [("word-claim", "ngon nhất")],
    ),
    "what a source is about": ("sources: [{id: a, publisher: {vi: A}, about: {vi: Muối ngon nhất}}]", True, []),
    "the title of a source": ("sources: [{id: a, title: Muối ngon nhất}]", True, []),
    "a venue": ("venue: {vi: Khách sạn tốt nhất}", False, [("word-claim", "tốt nhất")]),
}


@pytest.mark.parametrize(("header", "product", "expected"), FIELDS.values(), ids=FIELDS)
def test_fields_claim_as_bodies_do(header: str, product: bool, expected: list[tuple[str, str]]) -> None:
    passages = [
        passage
        for name, node in parse_yaml(header).value.items()
        for passage in passages_in(node, name, PATH, frozenset({"vi", "en"}))
    ]
    found = check_claims(Writing("vi", PATH, tuple(passages)), product, False)
    assert [(one.code, one.params["found"]) for one in found] == expected
