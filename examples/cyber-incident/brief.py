"""The situation report of brief.yaml, built in Python: the very same `Brief`, and the same three files.

    python examples/cyber-incident/brief.py

Times are Python's own, with their zone. Parts refer to each other as Python objects or by their ids.
"""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from briefgen import (
    Actor,
    Brief,
    Change,
    Claim,
    Confidence,
    Effect,
    Event,
    Exhibit,
    Gap,
    Horizon,
    Indicator,
    Judgment,
    KeyFigure,
    Layout,
    Likelihood,
    Marking,
    Person,
    Recommendation,
    Risk,
    Scales,
    Scenario,
    ScenarioSet,
    Source,
    TableData,
    Term,
    Timing,
    write,
)

CET = timezone(timedelta(hours=1))


def at(month: int, day: int, hour: int, minute: int) -> datetime:
    """Give a time of 2026, in the hospitals' zone."""
    return datetime(2026, month, day, hour, minute, tzinfo=CET)


# --- what it rests on ----------------------------------------------------------------------------------------------

edr = Source(
    "Alarms of endpoint detection, 2 and 3 March 2026",
    id="edr",
    title_short="endpoint detection",
    type="dataset",
    author="Norrvik Hospitals, IT operations",
    issued=at(3, 3, 6, 0),
    reliability="A",
)
vpn = Source(
    "Log of the remote access gateway, 1 February to 2 March 2026",
    id="vpn",
    title_short="the gateway’s log",
    type="dataset",
    author="Norrvik Hospitals, IT operations",
    issued=at(3, 3, 1, 20),
    reliability="A",
)
netflow = Source(
    "Outbound traffic of the group’s internet gateway",
    id="netflow",
    title_short="the traffic log",
    type="dataset",
    author="Norrvik Hospitals, IT operations",
    issued=at(3, 2, 19, 40),
    reliability="B",
    caveat="Nothing was recorded from 02:07 to 02:58 on 2 March.",
)
forensics = Source(
    "First findings",
    id="forensics",
    title_short="the forensic team",
    type="report",
    author="Forensic team",
    issued=at(3, 3, 4, 0),
    version="0.3",
    reliability="B",
)
desk = Source(
    "Log of the incident desk",
    id="desk",
    title_short="the incident desk",
    type="document",
    author="Norrvik Hospitals, incident cell",
    issued=at(3, 3, 7, 15),
    reliability="A",
)
dispatch = Source(
    "Ambulance dispatch, region Norrvik",
    id="dispatch",
    title_short="ambulance dispatch",
    type="dataset",
    issued=at(3, 3, 7, 0),
    reliability="A",
)
medilane_call = Source(
    "Telephone call with the head of service of Medilane Support",
    id="medilane-call",
    title_short="Medilane",
    type="personal_communication",
    issued=at(3, 2, 15, 30),
    reliability="C",
    interested="medilane",
)
note = Source(
    "Note left on the servers",
    id="note",
    title_short="the note",
    type="document",
    issued="2026-03-02",
    reliability="E",
    interested="intruder",
)
courier = Source(
    "Hackers shut down region’s hospitals",
    id="courier",
    title_short="the Norrvik Courier",
    type="article-newspaper",
    issued="2026-03-02",
    accessed="2026-03-02",
    container_title="Norrvik Courier",
    url="https://courier.example/hospitals",
    reliability="C",
)
advisory = Source(
    "Advisory on extortion by encryption in health care",
    id="advisory",
    title_short="the advisory",
    type="report",
    author="National Cyber Centre",
    issued="2025-11",
    number="2025-41",
    url="https://ncc.example/advisories/2025-41",
    reliability="A",
)
law = Source("Health Data Act", id="law", type="legislation", issued="2019", number="2019/88", reliability="A")

# --- who is in it --------------------------------------------------------------------------------------------------

group = Actor(
    "Norrvik Hospitals", id="group", kind="organisation", description="Three hospitals, 1,140 beds, one server network."
)
general = Actor(
    "Norrvik General",
    id="general",
    kind="organisation",
    part_of=group,
    description="620 beds; 44 of the 61 encrypted servers.",
)
lindhaven = Actor(
    "Lindhaven Hospital",
    id="lindhaven",
    kind="organisation",
    part_of=group,
    description="330 beds; 13 of the encrypted servers.",
)
brida = Actor(
    "Saint Brida", id="brida", kind="organisation", part_of=group, description="190 beds; 4 of the encrypted servers."
)
physicians = Actor(
    "Chief physicians", id="physicians", kind="group", role="Answer for care at each hospital", part_of=group
)
patients = Actor("Patients", id="patients", kind="population", description="Some 2,300 in and out on a working day.")
staff = Actor(
    "Staff",
    id="staff",
    kind="population",
    part_of=group,
    description="5,900 people, 2,100 of them on shift at any hour of the day.",
)
neighbours = Actor(
    "Hospitals of the neighbouring region",
    id="neighbours",
    kind="group",
    description="Take in the ambulances that are turned away.",
)
medilane = Actor("Medilane Support", id="medilane", kind="organisation", role="Looks after imaging devices from afar")
forensic_team = Actor(
    "Forensic team", id="forensic-team", kind="group", role="Called in on 2 March, works for the group"
)
intruder = Actor(
    "The intruder",
    id="intruder",
    kind="group",
    aka="Grey Heron",
    description="The name is the note’s own. It is not linked to any group known before.",
)

# --- what is new ---------------------------------------------------------------------------------------------------

developments = [
    Event(
        "A supplier’s account logs in from an unknown address",
        id="entry",
        date=at(2, 27, 22, 41),
        status="confirmed",
        description="The account is meant for the upkeep of imaging devices. It had no second factor, and it "
        "could reach the server network. It was used eleven times before the alarm, each time at "
        "night.",
        parties=[intruder, medilane],
        reports=[
            Claim(
                "The account opened a session of 3 hours 12 minutes from 203.0.113.77.",
                id="claim-vpn",
                according_to=vpn,
                status="confirmed",
                credibility=1,
                date=at(2, 27, 22, 41),
                sources=vpn,
            ),
            Claim(
                "Nobody at Medilane used the account after 20 February.",
                id="claim-medilane",
                according_to=medilane,
                status="reported",
                credibility=3,
                date=at(3, 2, 15, 30),
                sources=medilane_call,
                caveat="Said on the telephone; the supplier’s own logs are asked for and have not come.",
            ),
        ],
        sources=vpn,
    ),
    Event(
        "Encryption begins at Norrvik General",
        id="encryption",
        date=at(3, 2, 4, 10),
        status="confirmed",
        description="An alarm on a file server was the first sign. The night shift cut the group off from the "
        "internet at 04:46 and shut down the links between the hospitals at 04:58.",
        significance="The 36 minutes between alarm and cut decided how far it went: Saint Brida, the last to be "
        "reached, lost four servers, Norrvik General 44.",
        parties=[intruder, general],
        reports=[
            Claim(
                "Files on server NGH-FS02 were renamed at a rate of 900 a minute.",
                id="claim-alarm",
                according_to=edr,
                status="confirmed",
                credibility=1,
                date=at(3, 2, 4, 10),
                sources=edr,
            ),
            Claim(
                "One of the two domain controllers was reached, and the other was not.",
                id="claim-domain",
                according_to=forensics,
                status="reported",
                credibility=2,
                date=at(3, 2, 21, 0),
                sources="forensics, section 3",
            ),
        ],
        trend="deteriorated",
    ),
    Event(
        "Two hospitals go over to paper; Norrvik General turns ambulances away",
        id="care",
        date=at(3, 2, 5, 30),
        status="confirmed",
        description="Norrvik General and Lindhaven have no record system. Lindhaven still takes emergencies. "
        "Saint Brida works as usual, but laboratory results come by messenger.",
        parties=[general, lindhaven],
        reports=[
            Claim(
                "No patient came to harm because of the failure.",
                id="claim-harm",
                according_to=physicians,
                status="reported",
                credibility=2,
                date=at(3, 3, 6, 30),
                sources=desk,
            ),
            Claim(
                "Operations are called off at all three hospitals.",
                id="claim-paper",
                according_to=courier,
                status="denied",
                credibility=5,
                date=at(3, 2, 13, 5),
                sources=courier,
                caveat="Saint Brida denies it and has put off none.",
            ),
        ],
        trend="deteriorated",
        sources=dispatch,
    ),
    Event(
        "A note claims stolen data and sets seven days",
        id="extortion",
        date=at(3, 2, 9, 20),
        status="reported",
        description="The note was left on 61 servers. It gives seven days and names no sum. The group has not "
        "answered, and the police ask that it does not.",
        parties=intruder,
        reports=[
            Claim(
                "The intruder holds 340 gigabytes of patient data.",
                id="claim-340",
                according_to=intruder,
                status="unconfirmed",
                credibility=4,
                quote="we hold 340 GB of your patients",
                date=at(3, 2, 9, 20),
                conflicts_with="claim-12",
                sources=note,
            ),
            Claim(
                "At most 12 gigabytes went out to addresses that are not known to the group.",
                id="claim-12",
                according_to=netflow,
                status="disputed",
                credibility=3,
                date=at(3, 2, 19, 40),
                conflicts_with="claim-340",
                sources=netflow,
                caveat="The log is empty from 02:07 to 02:58 on 2 March.",
            ),
        ],
        sources=note,
    ),
    Event(
        "A second foothold is found and removed",
        id="persistence",
        date=at(3, 3, 2, 35),
        status="confirmed",
        description="A scheduled task on two jump hosts called out to a name that was set up in January. It is "
        "removed, and the name is blocked.",
        parties=[intruder, forensic_team],
        trend="improved",
        sources="forensics, section 5",
    ),
    Event("Situation report 4", id="next", date=at(3, 3, 14, 0), status="scheduled"),
]

# --- the numbers ---------------------------------------------------------------------------------------------------

key_figures = [
    KeyFigure(
        "Severity, on the group’s scale from 4 (low) to 1 (critical)",
        id="severity",
        value=1,
        as_of=at(3, 2, 5, 15),
        change="unchanged",
    ),
    KeyFigure(
        "Servers encrypted, of 214",
        id="servers",
        value=61,
        as_of=at(3, 3, 6, 0),
        change=Change("revised", was="58", because="Three backup proxies were found encrypted."),
        sources=edr,
    ),
    KeyFigure(
        "Servers restored and released, of those 61",
        id="restored",
        value=9,
        as_of=at(3, 3, 6, 0),
        change="new",
        sources=desk,
    ),
    KeyFigure(
        "Planned operations put off, 2 and 3 March",
        id="operations",
        value=47,
        as_of=at(3, 3, 7, 0),
        change=Change("raised", was="31"),
        sources=desk,
    ),
    KeyFigure(
        "Ambulances turned away since 05:30 on 2 March",
        id="diversions",
        value=18,
        as_of=at(3, 3, 7, 0),
        change=Change("raised", was="11"),
        sources=dispatch,
    ),
    KeyFigure(
        "Age of the newest backup of the record system that was not encrypted",
        id="backup-age",
        value=29,
        unit="hours",
        as_of=at(3, 2, 4, 10),
        sources="forensics, section 4",
        caveat="Tested by restoring one of six volumes.",
    ),
]

# --- what follows --------------------------------------------------------------------------------------------------

effects = [
    Effect(
        "Two hospitals can’t see records, allergies or earlier findings; staff ask and write by hand.",
        id="eff-records",
        affects=[patients, staff],
        causes="encryption",
        channel="patient care",
        direction="negative",
        magnitude="severe",
        horizon=Horizon(ends="2026-03-05"),
        status="observed",
        sources=desk,
    ),
    Effect(
        "47 planned operations are put off.",
        id="eff-theatre",
        affects=patients,
        causes="eff-records",
        channel="patient care",
        direction="negative",
        magnitude="moderate",
        status="observed",
        sources=desk,
    ),
    Effect(
        "Laboratory results take 70 minutes where they took 15.",
        id="eff-lab",
        affects=[patients, brida],
        causes="encryption",
        channel="laboratory",
        direction="negative",
        magnitude="moderate",
        status="observed",
        sources=desk,
    ),
    Effect(
        "Emergency departments of the neighbouring region take in some nine more patients a day.",
        id="eff-neighbours",
        affects=neighbours,
        causes="care",
        channel="emergency services",
        direction="negative",
        magnitude="slight",
        status="observed",
        sources=dispatch,
    ),
    Effect(
        "Pay for March comes late if payroll is not back by 12 March.",
        id="eff-payroll",
        affects=staff,
        causes="encryption",
        channel="finance",
        direction="negative",
        magnitude="moderate",
        status="possible",
        likelihood="unlikely",
    ),
    Effect(
        "The data protection authority has to be told within 72 hours, that is by 05:15 on 5 March.",
        id="eff-notice",
        affects=group,
        causes="extortion",
        channel="law",
        direction="neutral",
        horizon=Horizon(ends=at(3, 5, 5, 15)),
        status="expected",
        sources="law, art. 21",
    ),
    Effect(
        "Patients stay away or ask for their records to be deleted.",
        id="eff-trust",
        affects=[group, patients],
        causes=["claim-340", "eff-notice"],
        channel="trust",
        direction="negative",
        status="possible",
        views=[
            Claim(
                "Callers ask first of all whether their own file is among the stolen ones.",
                id="view-press",
                according_to=desk,
                sources=desk,
            )
        ],
    ),
]

# --- how it may go on ----------------------------------------------------------------------------------------------

scenarios = [
    Scenario(
        "Restored in order",
        id="in-order",
        description="The record system is back at both hospitals by 5 March, and the rest follows within a week.",
        likelihood="likely",
        confidence="moderate",
        indicators=[
            Indicator(
                "All six volumes of the backup open without error.",
                id="ind-volumes",
                state="emerging",
                threshold="6 of 6",
                checked=at(3, 3, 6, 0),
            )
        ],
    ),
    Scenario(
        "Second wave",
        id="second-wave",
        description="A foothold that was not found serves to encrypt again what has been restored.",
        likelihood="unlikely",
        confidence="low",
        indicators=[
            Indicator(
                "A released server calls out to a blocked address.",
                id="ind-callout",
                state="not seen",
                threshold="one call",
                checked=at(3, 3, 7, 0),
            )
        ],
    ),
    Scenario(
        "Data published",
        id="leak",
        description="The intruder puts patient data on a public page, before or after the seven days.",
        likelihood=Likelihood("roughly even chance", given="the group does not pay"),
        confidence="low",
        indicators=[
            Indicator(
                "The hospitals are named on the intruder’s page.",
                id="ind-page",
                state="not seen",
                checked=at(3, 3, 6, 45),
            )
        ],
    ),
]

# --- what may go wrong ---------------------------------------------------------------------------------------------

risks = [
    Risk(
        "A drug is given that a patient can’t take, because the record of allergies is out of reach.",
        id="risk-drug",
        likelihood="unlikely",
        impact="severe",
        mitigation="Two people check each drug; the pharmacy has a printed list of 1 March.",
        owner="Chief physicians",
    ),
    Risk(
        "The newest backup turns out to hold the intruder’s tools.",
        id="risk-backup",
        likelihood="unlikely",
        impact="severe",
        mitigation="Each volume is scanned in a closed network before release.",
        owner="Forensic team",
        scenario="second-wave",
    ),
]

# --- what the authors conclude -------------------------------------------------------------------------------------

key_judgments = [
    Judgment(
        "The intruder came in with the remote account of Medilane Support, and not by mail.",
        id="kj-entry",
        likelihood="very likely",
        confidence=Confidence("high", because="Two logs that don’t depend on each other show the same session."),
        basis=["entry", "claim-vpn"],
        would_change_if="The forensic team found an older foothold on a workstation.",
        change=Change("raised", was="likely", because="The log of the gateway was recovered overnight."),
        sources=[vpn, "forensics, section 2"],
    ),
    Judgment(
        "Some patient data was copied, but far less than the intruder says.",
        id="kj-data",
        likelihood="likely",
        confidence=Confidence("low", because="The outbound log has a hole of 51 minutes."),
        basis=["claim-340", "claim-12", "gap-data"],
        assumptions="Nothing left by another way than the gateway.",
        change="new",
        sources=netflow,
    ),
    Judgment(
        "The intruder will try to come back once systems are up.",
        id="kj-again",
        likelihood="likely",
        confidence="moderate",
        basis="persistence",
        change="unchanged",
        sources="advisory, p. 3",
    ),
]

# --- what is to be done --------------------------------------------------------------------------------------------

recommendations = [
    Recommendation(
        "Restore the record system first, then the laboratory, then payroll.",
        id="rec-order",
        ask="decide",
        choices=["Agreed", "Laboratory first"],
        because="Records hold up most care; the laboratory has a way around that works.",
        owner="Head of IT operations",
        due=at(3, 3, 11, 0),
    ),
    Recommendation(
        "Keep all suppliers’ remote accounts shut until each has a second factor.",
        id="rec-accounts",
        ask="agree",
        because="[The way in](#event-entry) was one of 23 such accounts.",
        owner="Head of network security",
        due=at(3, 3, 12, 0),
    ),
    Recommendation(
        "Send the first notice to the data protection authority, with what is known and what is not.",
        id="rec-notice",
        ask="agree",
        owner="Data protection officer",
        due=at(3, 4, 12, 0),
    ),
    Recommendation(
        "Do not answer the note; leave contact to the police.", id="rec-pay", ask="note", owner="Crisis team"
    ),
    Recommendation(
        "Neighbouring hospitals search their logs for the indicators in [the table below](#exhibit-iocs).",
        id="rec-block",
        ask="note",
        owner="National Cyber Centre",
        due=at(3, 3, 18, 0),
    ),
]

# --- what is not known ---------------------------------------------------------------------------------------------

gaps = [
    Gap(
        "Whether patient data left the network, and whose.",
        id="gap-data",
        kind="contradictory",
        about=["extortion", "claim-340", "kj-data"],
        matters="It decides whom the group must tell, and when.",
        how_to_close="Traffic records of the internet provider for 02:07 to 02:58 on 2 March.",
        owner="Forensic team",
    ),
    Gap(
        "How the intruder came to the supplier’s password.",
        id="gap-first",
        kind="unknown",
        about="entry",
        matters="If it was stolen at the supplier, other customers are at risk.",
        how_to_close="Medilane’s own logs, asked for on 2 March at 16:00.",
        owner="Head of network security",
    ),
    Gap(
        "Whether the second domain controller was really left alone.",
        id="gap-controller",
        kind="incomplete",
        about="claim-domain",
        matters="If not, every password of the group has to be changed before anything is released.",
        how_to_close="Memory image, result due on 3 March at 13:00.",
        owner="Forensic team",
    ),
]

# --- tables --------------------------------------------------------------------------------------------------------

exhibits = [
    Exhibit(
        "Indicators to search for",
        id="iocs",
        table=TableData(
            ["Kind", "Value", "First seen", "Seen where", "Use"],
            rows=[
                ["Address", "203.0.113[.]77", "27 February, 22:41", "Remote access gateway", "Block"],
                ["Address", "198.51.100[.]24", "1 March, 23:52", "Outbound traffic", "Block"],
                ["Host name", "update.heron-cdn[.]example", "3 March, 02:35", "Two jump hosts", "Block"],
                ["File", "svc_imgsync.exe", "1 March, 23:48", "Two jump hosts", "Search"],
                [
                    "Hash (SHA-256)",
                    "9f2c41…07be (in full on the exchange platform)",
                    "1 March, 23:48",
                    "Same file",
                    "Search",
                ],
                ["File ending", ".grhn", "2 March, 04:10", "61 servers", "Search"],
            ],
        ),
        source_line="Norrvik Hospitals, incident cell; times in CET (UTC+1)",
        sources=[edr, forensics],
        caveat="Addresses are written with brackets so that nobody opens them by mistake.",
    ),
]

# --- terms ---------------------------------------------------------------------------------------------------------

glossary = [
    Term(
        "Domain controller",
        id="domain-controller",
        definition="The server that knows every user’s password and rights.",
    ),
    Term("Jump host", id="jump-host", definition="A machine from which administrators reach the servers."),
    Term(
        "TLP",
        id="tlp",
        expansion="Traffic Light Protocol",
        definition="Says how far a report may be passed on; AMBER means within the organisation and its "
        "clients who need it.",
    ),
]

# --- the brief -----------------------------------------------------------------------------------------------------

brief = Brief(
    "Intrusion at Norrvik Hospitals: servers encrypted, care goes on without the record system",
    subtitle="Situation report 3, for the crisis team and the hospitals of the region",
    reference="NH-2026-0302/3",
    edition="Situation report 3",
    status="final",
    language="en-GB",
    keywords=["Cyber incident", "Hospitals", "Norrvik"],
    as_of=at(3, 3, 7, 15),
    date=at(3, 3, 8, 0),
    timing=Timing(
        decide_by=at(3, 3, 11, 0),
        priority="Immediate",
        because="After 11:00 the restore can’t finish before the evening’s admissions.",
    ),
    previous="Situation report 2 (2 March, 18:00)",
    authors=[Person("Maren Tofte", role="Head of the incident cell", organisation="Norrvik Hospitals")],
    contacts=[
        Person("Incident desk", role="Day and night", email="incident-desk@norrvik.example", phone="+00 55 010 112")
    ],
    organisation="Norrvik Hospitals, incident cell",
    prepared_for="Crisis team",
    recipients=["Crisis team of Norrvik Hospitals", "Duty officer, National Cyber Centre"],
    copy_to=["Region Norrvik, emergency planning", "Chief physicians of the three hospitals"],
    marking=Marking("TLP:AMBER", caveats="Not over the encrypted network"),
    scales=Scales(likelihood="icd203", grading="admiralty", marking="tlp"),
    layout=Layout(template="situation-report"),
    bottom_line="""
On 2 March at 04:10 an intruder began to encrypt servers at Norrvik Hospitals [@edr]. The way in was
[a supplier’s remote account](#event-entry) [@vpn]. The spread was stopped at 04:46; 61 of 214 servers are lost to
us. No patient is known to have come to harm. Two of three hospitals work on paper, and one turns ambulances away.
Whether patient data left the network is [not known](#gap-data): the intruder says so, and the logs neither prove
nor exclude it.

The crisis team is asked to decide by 11:00 on the order of the restore.
""",
    key_judgments=key_judgments,
    key_figures=key_figures,
    developments=developments,
    actors=[
        group,
        general,
        lindhaven,
        brida,
        physicians,
        patients,
        staff,
        neighbours,
        medilane,
        forensic_team,
        intruder,
    ],
    effects=effects,
    scenarios=scenarios,
    scenario_set=ScenarioSet(exclusive=True, exhaustive=False, horizon=Horizon(ends="2026-03-08")),
    risks=risks,
    recommendations=recommendations,
    gaps=gaps,
    exhibits=exhibits,
    sources=[
        edr,
        vpn,
        netflow,
        forensics,
        desk,
        dispatch,
        medilane_call,
        note,
        courier,
        advisory,
        law,
    ],
    glossary=glossary,
)

if __name__ == "__main__":
    out = Path("out")
    out.mkdir(exist_ok=True)
    files = (out / f"cyber-incident.{suffix}" for suffix in ("pdf", "docx", "md"))
    # the brief names its template, which is the folder beside this file; run from elsewhere, a path finds it
    for finding in write(brief, *files, template=str(Path(__file__).parent / "situation-report")):
        print(finding)
