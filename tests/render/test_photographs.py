"""Photographs, from any upload to the renditions a page offers."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from promosite.load.drawings import probe_drawing
from promosite.load.pictures import probe_picture
from promosite.load.refusal import RefusedError
from promosite.model.outputs import PictureOutput
from promosite.model.pictures import PictureFile
from promosite.render.pictures import clean_picture, render_picture

ORIENTATION, GPS = 0x0112, 0x8825


def picture_bytes(mode: str = "RGB", size: tuple[int, int] = (60, 40), form: str = "JPEG", **options: Any) -> bytes:
    """A picture whose left half is dark and right half is light, so that turning shows."""
    if mode == "I;16":
        row = b"\0\0" * (size[0] // 2) + (40_000).to_bytes(2, "little") * (size[0] - size[0] // 2)
        image = Image.frombytes(mode, size, row * size[1])
    else:
        image = Image.new(mode, size)
        light = 200 if len(image.getbands()) == 1 else (200,) * len(image.getbands())
        image.paste(light, (size[0] // 2, 0, size[0], size[1]))
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def with_exif(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS)[2] = (10.0, 20.0, 30.0)
    exif[0x010F] = "Sample Camera"
    return picture_bytes(exif=exif)


def rendered(raw: bytes, tmp_path: Path, name: str = "anh-mau.jpg") -> dict[str, Image.Image]:
    origin = tmp_path / name
    origin.write_bytes(raw)
    output = PictureOutput(probe_picture(origin, name), origin)
    return {uri: Image.open(BytesIO(content)) for uri, content in render_picture(output, tmp_path / "cache")}


def test_a_wide_picture_comes_in_four_widths_and_two_forms(tmp_path: Path) -> None:
    images = rendered(picture_bytes(size=(2000, 1000)), tmp_path)
    digest = next(iter(images)).split("-")[2]
    wanted = {
        f"assets/media/anh-mau-{digest}-{width}.{ending}": ((width, width // 2), form)
        for width in (400, 800, 1200, 1600)
        for ending, form in (("webp", "WEBP"), ("jpg", "JPEG"))
    }
    assert {uri: (image.size, image.format) for uri, image in images.items()} == wanted


WIDTHS = [
    (300, (300,)),
    (400, (400,)),
    (401, (400, 401)),
    (1000, (400, 800, 1000)),
    (1600, (400, 800, 1200, 1600)),
    (3000, (400, 800, 1200, 1600)),
]


@pytest.mark.parametrize(("width", "widths"), WIDTHS)
def test_no_picture_is_enlarged_and_no_width_comes_twice(tmp_path: Path, width: int, widths: tuple[int, ...]) -> None:
    origin = tmp_path / "anh-mau.jpg"
    origin.write_bytes(picture_bytes(size=(width, 100)))
    assert probe_picture(origin, "anh-mau.jpg").widths == widths
    images = rendered(origin.read_bytes(), tmp_path)
    assert tuple(sorted({image.width for image in images.values()})) == widths


@pytest.mark.parametrize(
    ("orientation", "size", "light"), [(1, (60, 40), (50, 20)), (3, (60, 40), (10, 20)), (6, (40, 60), (20, 50))]
)
def test_a_turned_picture_stands_upright_and_says_nothing_of_the_camera(
    tmp_path: Path, orientation: int, size: tuple[int, int], light: tuple[int, int]
) -> None:
    origin = tmp_path / "anh.jpg"
    origin.write_bytes(with_exif(orientation))
    probed = probe_picture(origin, "anh.jpg")
    assert (probed.width, probed.height) == size
    for image in rendered(with_exif(orientation), tmp_path).values():
        pixel = image.convert("RGB").getpixel(light)
        assert image.size == size
        assert isinstance(pixel, tuple)
        assert pixel[0] > 150
        assert dict(image.getexif()) == {}
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)


@pytest.mark.parametrize(
    ("mode", "form", "name", "bands"),
    [
        ("CMYK", "JPEG", "a.jpg", "RGB"),
        ("L", "JPEG", "a.jpg", "RGB"),
        ("I;16", "PNG", "a.png", "RGB"),
        ("P", "PNG", "a.png", "RGB"),
        ("LA", "PNG", "a.png", "RGBA"),
        ("RGBA", "PNG", "a.png", "RGBA"),
        ("RGB", "WEBP", "a.webp", "RGB"),
    ],
)
def test_every_kind_of_pixel_becomes_rgb(tmp_path: Path, mode: str, form: str, name: str, bands: str) -> None:
    raw = picture_bytes(mode, form=form)
    assert clean_picture(raw).mode == bands
    assert {image.mode for uri, image in rendered(raw, tmp_path, name).items() if uri.endswith("jpg")} == {"RGB"}


def test_sixteen_bits_are_scaled_and_not_clipped() -> None:
    pixel = clean_picture(picture_bytes("I;16", form="PNG")).getpixel((50, 20))
    assert pixel == (155, 155, 155)


def test_a_picture_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(picture_bytes(), tmp_path)
    monkeypatch.setattr("promosite.render.pictures.clean_picture", lambda raw: pytest.fail("made again"))
    assert sorted(rendered(picture_bytes(), tmp_path)) == sorted(first)


def png_header(width: int, height: int) -> bytes:
    """The first bytes of a PNG that claims a size and holds nothing: a bomb costs its maker nothing."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"")
    chunks = [struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (head, data)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


GIF = picture_bytes("P", form="GIF")
MOVING = picture_bytes(form="WEBP", save_all=True, append_images=[Image.new("RGB", (60, 40), "red")])


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [
        (picture_bytes()[:-200], "a.jpg", "picture-unreadable"),
        (b"", "a.jpg", "picture-format"),
        (b"not a picture", "a.png", "picture-format"),
        (picture_bytes(form="PNG"), "a.jpg", "picture-format"),
        (GIF, "a.png", "picture-format"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "a.png", "picture-format"),
        (MOVING, "a.webp", "picture-animated"),
        (png_header(8000, 6000), "a.png", "picture-too-many-pixels"),
        (png_header(60_000, 60_000), "a.png", "picture-too-many-pixels"),
        (b"\0" * 15_000_001, "a.jpg", "picture-too-large"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(tmp_path: Path, raw: bytes, name: str, code: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(RefusedError) as refusal:
        probe_picture(tmp_path / name, name)
    assert refusal.value.code == code


def test_a_drawing_tells_its_size(tmp_path: Path) -> None:
    drawing = tmp_path / "ve-mau.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80" viewBox="0 0 120 80"/>')
    probed = probe_drawing(drawing)
    assert probed == PictureFile("drawings/ve-mau.svg", 120, 80, probed.digest)
    assert probed.uri() == "assets/drawings/ve-mau.svg"


DAMAGES: dict[str, tuple[bytes, str]] = {
    "a profile that is none": (picture_bytes("CMYK", icc_profile=b"garbage" * 100), "a.jpg"),
    "a profile that is none, in RGB": (picture_bytes(icc_profile=b"garbage" * 100), "a.jpg"),
    "a profile that is none, in a PNG": (picture_bytes("L", form="PNG", icc_profile=b"garbage" * 100), "a.png"),
    "notes of the camera that are none": (
        picture_bytes(exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 200),
        "a.jpg",
    ),
    "notes that break off": (picture_bytes(exif=with_exif(6)[20:60]), "a.jpg"),
    "a turn that is none": (with_exif(99), "a.jpg"),
    "transparency by colour": (picture_bytes(form="PNG", transparency=(200, 200, 200)), "a.png"),
    "transparency by grey": (picture_bytes("L", form="PNG", transparency=200), "a.png"),
    "transparency by bytes": (picture_bytes("P", form="PNG", transparency=b"\0\x80" * 100), "a.png"),
    "transparency of 16 bits": (picture_bytes("I;16", form="PNG", transparency=40_000), "a.png"),
    "transparency of one bit": (picture_bytes("1", form="PNG", transparency=0), "a.png"),
    "one pixel": (picture_bytes(size=(1, 1)), "a.jpg"),
}


@pytest.mark.parametrize(("raw", "name"), DAMAGES.values(), ids=DAMAGES)
def test_what_was_taken_is_rendered_whatever_is_odd_about_it(tmp_path: Path, raw: bytes, name: str) -> None:
    """Taken or refused when it is read, but never found unfit later."""
    (tmp_path / name).write_bytes(raw)
    try:
        probe_picture(tmp_path / name, name)
    except RefusedError as problem:
        assert problem.code == "picture-unreadable"
        return
    assert {image.mode for image in rendered(raw, tmp_path, name).values()} <= {"RGB", "RGBA"}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_with_any_bytes_wrong_is_rendered_or_refused(tmp_path: Path, form: str) -> None:
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[form]
    whole = picture_bytes(form=form, icc_profile=b"p" * 40, exif=with_exif(6)[20:80])
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        raw = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        (tmp_path / name).write_bytes(raw)
        try:
            probe_picture(tmp_path / name, name)
        except RefusedError:
            continue
        clean_picture(raw)
