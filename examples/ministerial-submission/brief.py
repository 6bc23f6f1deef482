"""The submission of brief.yaml, built in Python: the very same `Brief`, and the same three files.

    python examples/ministerial-submission/brief.py

Parts refer to each other as Python objects or by their ids.
"""

from pathlib import Path

from briefgen import Brief, Gap, Layout, Marking, Option, Person, Recommendation, Risk, Section, Source, Timing, write

# --- what it rests on ----------------------------------------------------------------------------------------------

survey = Source(
    "Survey of the hull of M/V Marie-Gaëlle",
    id="survey",
    title_short="the survey",
    type="report",
    author="Maritime Office of Saint-Hervé",
    issued="2026-03-27",
    number="MO-2026-58",
    reliability="A",
)
counts = Source(
    "Passengers, cars and freight by week, 2021 to 2025",
    id="counts",
    title_short="the counts",
    type="dataset",
    author="Department of Transport",
    issued="2026-01-30",
    reliability="A",
)
offer_ferry = Source(
    id="offer-ferry",
    type="personal_communication",
    issued="2026-04-10",
    note="The price is binding until 5 May 2026.",
    reliability="B",
    described_as="Offer of a shipowner, given in confidence",
)
weather = Source(
    "Vents et état de la mer, 2016–2025",
    id="weather",
    title_short="the weather office",
    type="report",
    author="Office météorologique de Saint-Hervé",
    issued="2026-02",
    language="fr",
    url="https://meteo.saint-herve.example/vents",
    reliability="A",
)
procurement = Source(
    "Procurement Act",
    id="procurement",
    type="legislation",
    issued="2014",
    jurisdiction="Saint-Hervé Islands",
    number="2014/6",
    reliability="A",
)
charter = Option(
    "A: Charter a ferry",
    id="charter",
    description="A ferry of the same size, with its crew, sails the timetable of the Marie-Gaëlle from 18 May.",
    advantages=[
        "Carries cars, freight and the ambulance.",
        "Sails in winds up to force 8, as the Marie-Gaëlle does.",
        "The summer’s fares keep coming in.",
    ],
    disadvantages=[
        "The dearest option.",
        "The ramp at Anse-à-l’Étoile has to be raised by 30 cm; the work takes four days and is in the price.",
    ],
    cost="€612,300 gross; €483,500 after fares",
    preferred=True,
    sources=offer_ferry,
)
launches = Option(
    "B: Two launches and a freight barge",
    id="launches",
    description="The department’s two launches carry passengers, and a hired barge carries freight twice a week.",
    advantages=["Cheaper, with boats that are near at hand.", "Can start within three days."],
    disadvantages=[
        "No cars, and the ambulance has to stay on one side.",
        "Does not sail above force 6, which in these months was so on 9 days on average.",
        "Room for 740 of the 1,350 passengers of a summer week.",
    ],
    cost="€360,500 gross; €317,100 after fares",
    sources="weather, table 2",
)
derogation = Option(
    "C: Ask for a derogation and repair in autumn",
    id="derogation",
    description="The Marie-Gaëlle sails on until 25 September with a surveyor’s visit each week, and is repaired then.",
    advantages=["The island keeps its ferry through the summer.", "The cheapest option."],
    disadvantages=[
        "The Maritime Office may refuse, or withdraw it at any visit; then there is no ferry in high season.",
        "The repair costs about 8 % more in autumn.",
        "A fault that we know of is left for four months.",
    ],
    cost="€149,500",
    sources="survey, p. 5",
)

# --- what may go wrong ---------------------------------------------------------------------------------------------

risks = [
    Risk(
        "The repair takes longer than 14 weeks.",
        id="risk-late",
        likelihood="unlikely",
        impact="Up to €40,450 for each further week",
        mitigation="The charter can be extended by four weeks at the same price.",
        owner="Director of Sea Transport",
        sources=offer_ferry,
    ),
    Risk(
        "A shipowner who was not asked challenges the award.",
        id="risk-challenge",
        likelihood="unlikely",
        impact="Delay of two weeks or more",
        mitigation="The reasons are published on the day of the award.",
        owner="Legal Services",
    ),
]

# --- what is to be done --------------------------------------------------------------------------------------------

recommendations = [
    Recommendation(
        "That you agree to charter a ferry for 14 weeks.",
        id="rec-charter",
        ask="agree",
        choices=["Agreed", "Not agreed", "Please discuss"],
        option=charter,
        because="It is the only option that carries cars and the ambulance, and that sails in most weather.",
    ),
    Recommendation(
        "That you agree to release up to €612,300 from the contingency fund.",
        id="rec-money",
        ask="agree",
        choices=["Agreed", "Not agreed"],
        owner="Finance Division",
        due="2026-05-05",
    ),
    Recommendation(
        "That you decide how the island is told.",
        id="rec-announce",
        ask="decide",
        choices=[
            "You tell the assembly on 6 May",
            "You write to the mayor on 5 May, and the department tells the press",
        ],
        because="[Handling](#section-handling) sets out what speaks for each.",
    ),
    Recommendation(
        "That you note that the repair itself is paid for already and is not part of this decision.",
        id="rec-note",
        ask="note",
    ),
]

# --- what is not known ---------------------------------------------------------------------------------------------

gaps = [
    Gap(
        "Whether the raised ramp will serve the Marie-Gaëlle again afterwards.",
        id="gap-ramp",
        kind="incomplete",
        about=charter,
        matters="Lowering it again would cost some €12,000, which is in no figure here.",
        how_to_close="The harbour master measures at spring tide on 1 May.",
        owner="Harbour master, Port-Désiré",
    ),
]

# --- sections ------------------------------------------------------------------------------------------------------

sections = [
    Section(
        "Résumé en français",
        id="resume",
        key="resume",
        body="""
Le *Marie-Gaëlle*, seul bac à desservir l’Île-aux-Pétrels, ne pourra plus naviguer après le 15 mai sans une
réparation de quatorze semaines. Il vous est demandé de choisir la liaison qui le remplacera du 18 mai au
23 août. Nous recommandons d’affréter un navire de même taille, pour 612 300 €, à la charge du fonds de réserve.
Votre décision est attendue au plus tard le 4 mai.
""",
    ),
    Section(
        "Argument",
        id="argument",
        key="argument",
        body="""
Cost alone speaks for [C](#option-derogation). But it rests on a permit that we don’t control and that can end on
any day: the island would find itself without a ferry when there is none left to charter. The surveyor does not
advise it [@survey, p. 5].

[B](#option-launches) is safe but small. It leaves 610 of 1,350 passengers a week on the quay and cuts the island
off for about 9 days of 98. What 2019 taught is that freight and the ambulance matter more than seats.

[A](#option-charter) costs €166,400 more than B after fares. For that the island keeps its cars, its freight and
its way to hospital.
""",
    ),
    Section(
        "Financial",
        id="financial",
        key="financial",
        body="""
The contingency fund for sea transport holds €700,000. A takes €612,300 of it and leaves €87,700 until the end of
the year; about €128,800 come back as fares. The repair, €1,180,000, stands in the budget. The Finance Division
agrees with the figures, which [the annex](#section-annex-costs) sets out.
""",
    ),
    Section(
        "Legal",
        id="legal",
        key="legal",
        body="""
There is no time for an open tender. The Procurement Act allows a direct award where an event could not have been
foreseen [@procurement, s. 32]. Legal Services hold that the survey is such an event, but that a decision after
15 May would weaken the case. Three owners were asked, and two made an offer.
""",
    ),
    Section(
        "Consultation",
        id="consultation",
        key="consultation",
        body="""
- **The mayor of Île-aux-Pétrels** asks for a car ferry and will accept nothing else in public.
- **The islands’ chamber of commerce** supports A and would accept B if freight went three times a week.
- **The Maritime Office** says that it has granted such a derogation once in ten years.
- **The crew’s union** has no objection if its members keep their pay during the repair, which they do.
""",
    ),
    Section(
        "Handling",
        id="handling",
        key="handling",
        body="""
Rumours have reached the island’s press. A statement to the assembly on 6 May gives you the first word and takes
questions about 2019. A letter to the mayor on 5 May is quieter and lets him tell the island himself. Lines to
take are ready in both languages. Prices must not be given before the contract is signed.
""",
    ),
]

# --- annexes -------------------------------------------------------------------------------------------------------

annexes = [
    Section(
        "Annex: What each option costs",
        id="annex-costs",
        key="annex-costs",
        body="""
All figures are in euros, without tax, for 14 weeks from 18 May; those of C are for 19 weeks from 15 May.

| | A: ferry | B: launches | C: derogation |
| :--- | ---: | ---: | ---: |
| Hire with crew | 539,000 | 243,600 | – |
| Freight barge | – | 95,900 | – |
| Fuel beyond the hire | 27,300 | – | – |
| Getting there, ramp | 46,000 | 21,000 | – |
| Surveyor’s visits | – | – | 55,100 |
| Dearer repair in autumn | – | – | 94,400 |
| **Gross** | **612,300** | **360,500** | **149,500** |
| Fares | −128,800 | −43,400 | – |
| **Net** | **483,500** | **317,100** | **149,500** |

Per week: A costs 38,500 to hire and 1,950 in fuel, and takes 9,200 in fares; B costs 17,400 to hire and 6,850
for the barge, and takes 3,100. A surveyor’s visit costs 2,900. The dearer repair is 8 % of 1,180,000.
""",
    ),
]

# --- the brief -----------------------------------------------------------------------------------------------------

brief = Brief(
    "A ferry for Île-aux-Pétrels while the Marie-Gaëlle is repaired",
    subtitle="Submission to the Minister for Transport and the Outer Islands",
    reference="SUB-2026/0417",
    status="final",
    language="en-GB",
    keywords=["Ferries", "Île-aux-Pétrels", "Contingency fund"],
    date="2026-04-20",
    timing=Timing(
        decide_by="2026-05-04",
        priority="Urgent",
        because="The certificate of the Marie-Gaëlle ends on Friday 15 May, and the owner of the "
        "replacement holds it for us until 5 May.",
    ),
    authors=[Person("Mihangel Tanguy", role="Head of Ferries", organisation="Department of Transport")],
    contacts=[
        Person(
            "Mihangel Tanguy",
            role="Head of Ferries",
            email="m.tanguy@transport.saint-herve.example",
            phone="+00 77 020 314",
        )
    ],
    cleared_by=[
        Person("Anaïs Kerbœuf", role="Director of Sea Transport", date="2026-04-17"),
        Person("Loïc Prigent-Hervé", role="Finance Division", date="2026-04-16"),
        Person("Brìghde Ní Dhálaigh", role="Legal Services", date="2026-04-20"),
    ],
    organisation="Department of Transport",
    sender="Anaïs Kerbœuf, Director of Sea Transport",
    prepared_for="Hélène Dufrêne, Minister for Transport and the Outer Islands",
    copy_to=[
        "Secretary of State for Finance",
        "Permanent Secretary, Department of Transport",
        "Special adviser to the Minister",
        "Harbour master, Port-Désiré",
    ],
    marking=Marking(
        "OFFICIAL-SENSITIVE",
        caveats="No copies",
        descriptor="COMMERCIAL",
        review="2026-06-01",
    ),
    layout=Layout(template="submission"),
    bottom_line="""
The Marie-Gaëlle, the only car ferry to Île-aux-Pétrels, may not sail after 15 May without a repair of 14 weeks
[@survey, p. 3]. The island’s 2,140 people need another link from 18 May to 23 August. We ask you to choose one. We
recommend a [chartered ferry](#option-charter) at €612,300, which the contingency fund can bear.
""",
    background="""
The Marie-Gaëlle was built in 1998. She sails from Port-Désiré to Anse-à-l’Étoile, 11 nautical miles, three times a
day, and in a summer week carries some 1,350 passengers, 260 cars and 410 tonnes of freight [@counts]. In March a
surveyor found the plates below the car deck worn beyond the limit over 18 square metres [@survey, p. 3]. The yard at
Baie-Sainte-Agnès has a dock free from 18 May; its next is in October.

In 2019 the ferry failed without warning in July and was out for 19 days. Launches took its place. The island’s shops
ran short within a week, and 31 people were brought to hospital by helicopter, at €4,100 a flight.
""",
    risks=risks,
    options=[
        charter,
        launches,
        derogation,
    ],
    recommendations=recommendations,
    gaps=gaps,
    sections=sections,
    annexes=annexes,
    sources=[
        survey,
        counts,
        offer_ferry,
        weather,
        procurement,
    ],
)

if __name__ == "__main__":
    out = Path("out")
    out.mkdir(exist_ok=True)
    files = (out / f"ministerial-submission.{suffix}" for suffix in ("pdf", "docx", "md"))
    # the brief names its template, which is the folder beside this file; run from elsewhere, a path finds it
    for finding in write(brief, *files, template=str(Path(__file__).parent / "submission")):
        print(finding)
