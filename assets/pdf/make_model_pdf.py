"""Makes the empty model of 'the' civil servant as a fillable, tagged PDF, with the words of the pages.

WeasyPrint (BSD) is needed here and nowhere else. After a change, run this from the top of the checkout in an
environment with what `requirements.lock` names and `weasyprint` (made with 70.0), and commit what it makes:

    PYTHONPATH=. python assets/pdf/make_model_pdf.py
"""

import re
from base64 import b64encode
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from pydyf import PDF, String
from weasyprint import HTML, Document

from app.conversations.kinds import ModelPart
from app.web.labels import label

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = ROOT / "app" / "static" / "pdf" / "model-van-de-ambtenaar.pdf"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 10 132 430">{}</svg>'


def main() -> None:
    """Write the file: PDF/UA-1, with the tags and names that a screen reader needs to fill it in."""
    templates = Environment(
        loader=FileSystemLoader([HERE, ROOT / "app" / "templates"]), autoescape=True, trim_blocks=True
    )
    templates.filters["label"] = label
    drawing = SVG.format(templates.get_template("components/model_picture.html").module.model_figure())
    page = templates.get_template("model.html").render(
        parts=list(ModelPart),
        hints=templates.get_template("components/entries.html").module.HINTS,
        figure=f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}",
    )
    TARGET.parent.mkdir(exist_ok=True)
    HTML(string=page, base_url=str(HERE)).write_pdf(
        TARGET, finisher=_fit_what_is_typed, pdf_forms=True, pdf_variant="pdf/ua-1"
    )


def _fit_what_is_typed(_: Document, pdf: PDF) -> None:
    """Size 0 lets a reader make the letters smaller: a long text is not cut off on paper."""
    for field in pdf.objects:
        if isinstance(field, dict) and field.get("FT") == "/Tx":
            field["DA"] = String(re.sub(rb"[\d.]+ Tf", b"0 Tf", field["DA"].string))


if __name__ == "__main__":
    main()
