"""Dutch words that decide whether a full stop ends a sentence."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEVER_LAST = _words(
    """
    aant afb afd alg art bijv bijz blz bv b.v bvb ca c.q cf d.w.z dhr div dr drs evt excl fa fam fig
    gebr geb gem gen h.m hfst i.h.a i.h.b i.p.v i.s.m i.v.m ing incl ir inz jhr kol lic lt m.a.w m.b.t
    m.b.v m.i m.i.v m.m.v m.n m.u.v max min mevr mgr mr mrs mw mej n.a.v nl no nr nrs o.a o.b.v o.g.v
    o.i o.l.v o.m o.t.v o.v.v onderz opm p pag par plm pres prof prot red reg resp sen sgt st sub t.a.v
    t.b.v t.g.v t.h.v t.n.v t.o t.o.v t.w tab tel t/m v.a vgl vlg voorz vs w.o wnd z.g z.i zg zgn
    """
)
"""Abbreviations that are always followed by what they announce, so their full stop never ends a sentence."""

RARELY_LAST = _words(
    """
    a.i a.s a.u.b al c.a c.s ca d.d e.a e.d e.e.a e.o e.v enz etc ff i.c i.d i.o id j.l jl m.v n.chr n.v.t
    nom o.i.d o.s ong p.a p.j p.m p.p p.w r.k s.v.p v.chr v.l.n.r w.v.t.t.k z.o.z z.s.m
    """
)
"""Abbreviations that may close a sentence: a capital after them begins a new one, a figure does not."""

SENTENCE_STARTERS = _words(
    """
    Aan Als Bij Daar Daarna Daarom Dan Dat De Deze Die Dit Door Dus Een Elk Elke En Er Geen Het Hier Hij
    Hoe Iedereen Ik In Is Je Jij Jullie Maar Meer Met Na Naar Niet Nu Of Om Omdat Ook Op Over Per Sinds
    Soms Te Tegen Toch Toen Tot Uit Van Veel Voor Vraag Waar Waarom Wanneer Want Wat We Wel Welke Wie Wij
    Ze Zij Zo Zodra Zonder
    """
)
"""Words that, after a single letter and a full stop ("plan B. Dan …"), show that a new sentence begins."""
