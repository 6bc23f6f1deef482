"""The brief of brief.yaml, built in Python: the very same `Brief`, and the same three files.

    python examples/moscow-talks/brief.py

Parts refer to each other as Python objects. Where two parts refer to each other, or one comes later in the
script, its id does as well.
"""

from pathlib import Path

from briefgen import (
    Actor,
    Attribution,
    Brief,
    Claim,
    Effect,
    Event,
    Gap,
    Issue,
    Judgment,
    Likelihood,
    Position,
    Scales,
    Scenario,
    ScenarioSet,
    Source,
    write,
)

# --- what it rests on ---------------------------------------------------------------------------------------------

article = Source(
    "Trump’s Return to Diplomacy: Inside the High-Stakes Push for a Russia-Ukraine Peace Deal",
    id="article",
    type="webpage",
    title_short="the article",
    issued="unknown",
    reliability="F",
    caveat="The copy used names no author, publisher or date, and breaks off in mid-sentence.",
)
cbc = Source("Report by CBC News", id="cbc", title_short="CBC News", issued="unknown", seen_in=article)
bbc = Source("Report by the BBC", id="bbc", title_short="the BBC", issued="unknown", seen_in=article)
times = Source(
    "Report by The Times",
    id="times",
    title_short="The Times",
    issued="unknown",
    seen_in=article,
    caveat="Which newspaper of that name is not said.",
)

# --- who and what -------------------------------------------------------------------------------------------------

russia = Actor("Russia", id="russia", kind="state", aka=["Moscow", "the Kremlin"])
putin = Actor("Vladimir Putin", id="putin", kind="person", role="President of Russia", part_of=russia)
ukraine = Actor("Ukraine", id="ukraine", kind="state", aka="Kyiv")
zelenskyy = Actor("Volodymyr Zelenskyy", id="zelenskyy", kind="person", role="President of Ukraine", part_of=ukraine)
us = Actor("United States", id="us", short="US", kind="state", aka="Washington")
biden = Actor(
    "Biden administration",
    id="biden",
    short="Biden admin.",
    kind="government",
    part_of=us,
    description="In office, as the article has it.",
)
camp = Actor(
    "Trump camp",
    id="camp",
    kind="group",
    part_of=us,
    description="Those who act for Donald Trump or are allied with him. The article has them out of office, as figures "
    "of an earlier administration.",
)
trump = Actor(
    "Donald Trump",
    id="trump",
    kind="person",
    part_of=camp,
    description="May return to the White House, as the article has it. It does not say that he took part in the talks.",
)
kushner = Actor(
    "Jared Kushner",
    id="kushner",
    kind="person",
    role="Son-in-law and former senior adviser of Donald Trump",
    part_of=camp,
    description="Had a leading hand in policy on the Middle East, by way of the Abraham Accords.",
)
witkoff = Actor("Steve Witkoff", id="witkoff", kind="person", role="Ally of Donald Trump", part_of=camp)
west = Actor("Western allies", id="west", kind="group", aka="the Western alliance")
europe = Actor(
    "European nations", id="europe", kind="group", description="Above all those along the eastern edge of NATO."
)
china = Actor("China", id="china", kind="state", description="Named once, as a power that may feel encouraged.")
markets = Actor("Global markets", id="markets", kind="market")

territory = Issue(
    "Territory", id="territory", proposition="Ukraine accepts Russian control of regions that Russia claims"
)
aid = Issue("US military aid", id="aid", proposition="The United States suspends military aid to Ukraine")
elections = Issue("Elections", id="elections", proposition="Ukraine holds elections under international supervision")

# --- what is new --------------------------------------------------------------------------------------------------

putin_met = Claim(
    "Kushner and Witkoff met Vladimir Putin, which would be a diplomatic event of the first order.",
    id="claim-putin-met",
    according_to=times,
    sources=times,
    status="unconfirmed",
    credibility=6,
    caveat="The article adds “if confirmed” here, and “reportedly” where it comes back to the meeting.",
)
visit = Event(
    "Kushner and Witkoff in Moscow",
    id="visit",
    date="unknown",
    status="reported",
    parties=[kushner, witkoff, russia],
    sources=article,
    description="Two allies of Donald Trump are said to have held talks in Moscow about a settlement of the war. They "
    "went around the usual diplomatic channels, which have brought no breakthrough, and turned to the Kremlin directly "
    "and at a high level.",
    significance="The article sees a return to the personal diplomacy of Donald Trump’s foreign policy, and a part for "
    "a leading figure of the years 2016 to 2020. It infers that the people around him see room for a deal of the kind "
    "made in the Middle East, though the setting is unlike it and far less stable. It also sees a possible turn in the "
    "way the world deals with the war: beyond military aid, towards direct negotiation.",
    reports=[
        Claim(
            "Kushner’s journey to Moscow belonged to a wider attempt, by people linked with the Trump administration, "
            "to look for ways to peace.",
            id="claim-travel",
            according_to=cbc,
            sources=cbc,
            status="reported",
        ),
        Claim(
            "Witkoff went with him and met Russian officials too.",
            id="claim-witkoff",
            according_to=article,
            sources=article,
            status="reported",
            caveat="No outlet is named for this.",
        ),
        putin_met,
    ],
)

# two claims that conflict name each other: the first by the id of the second
five = Claim(
    "What Russia has long claimed is five territories: Crimea, the “Donetsk People’s Republic”, the “Luhansk "
    "People’s Republic”, Kherson and Zaporizhzhia.",
    id="claim-five",
    according_to=article,
    sources=article,
    status="reported",
    conflicts_with="claim-four",
)
four = Claim(
    "What Russia has annexed, and wants to be ceded formally, is four regions.",
    id="claim-four",
    according_to=article,
    sources=article,
    status="reported",
    conflicts_with=five,
    caveat="Which four is not said.",
)
answer = Event(
    "The Kremlin’s answer",
    id="answer",
    date="unknown",
    status="reported",
    parties=russia,
    sources=article,
    description="Moscow answered in measured words. First reports, Western and Russian, are said to give a mixed "
    "picture: a good atmosphere for some, and disagreement on fundamentals that is as firm as before.",
    significance="The article reads this as a familiar way to negotiate: stay in touch, look reasonable, and give "
    "nothing on what matters most.",
    reports=[
        Claim(
            "The talks were “constructive”.",
            id="claim-constructive",
            according_to=russia,
            sources=bbc,
            quote="constructive",
            status="reported",
            caveat="The article takes this for a stock phrase of diplomacy, often used when both sides were courteous, "
            "held firm and did not agree.",
        ),
        Claim(
            "On territory there was “no compromise”.",
            id="claim-no-compromise",
            according_to="unnamed",
            sources=article,
            quote="no compromise",
            status="reported",
            caveat="First given as what came out of Moscow, without saying whose words they are; later called part of "
            "the Kremlin’s line.",
        ),
        Claim(
            "Russia makes no territorial concession whatever.",
            id="claim-rejects",
            according_to=russia,
            sources=article,
            status="reported",
            caveat="From a Kremlin statement after the talks; the article does not say where it was read.",
        ),
        five,
        four,
    ],
)

plan = Event(
    "The plan as reported",
    id="plan",
    date="unknown",
    status="reported",
    sources=article,
    significance="Through the contacts, a possible peace plan is said to draw attention again, if with caution.",
    reports=[
        Claim(
            "The plan is said to combine\n\n"
            "- a ceasefire\n"
            "- the suspension of military aid from the United States\n"
            "- Ukrainian elections with international supervision",
            id="claim-terms",
            according_to="unnamed",
            sources=article,
            status="reported",
            caveat="Further on the article speaks of a halt to the aid, not of a suspension.",
        ),
        Claim(
            "The proposal leans heavily towards what Russia wants.",
            id="claim-favours",
            according_to=Attribution("unnamed", described_as="“many”, in the article’s word"),
            sources=article,
            status="reported",
        ),
    ],
)

politics = Event(
    "The US election in view",
    id="politics",
    parties=camp,
    sources=article,
    description="The article sets the contacts against a US presidential election that it still expects.",
    reports=[
        Claim(
            "The contacts look like part of a planned effort to put a framework for peace on the table before the "
            "vote.",
            id="claim-framework",
            according_to=article,
            sources=article,
            caveat="The article’s impression (“appears”); no evidence is given.",
        ),
        Claim(
            "They may be meant to prepare a change of US policy on the war.",
            id="claim-groundwork",
            according_to=article,
            sources=article,
            caveat="The article’s guess (“possibly”); no evidence is given.",
        ),
        Claim(
            "Donald Trump would need no more than “24 hours” to end the war.",
            id="claim-24-hours",
            according_to=trump,
            sources=article,
            quote="24 hours",
            status="reported",
            caveat="Said more than once, according to the article, which does not say when or where.",
        ),
    ],
)

# --- how it came to this ------------------------------------------------------------------------------------------

background = """\
The article begins the story in 2014, not in 2022: with the annexation of Crimea, which it calls illegal, and with
the separatist war in the Donbas, which it says Russia stirred up. The present war is an escalation of that conflict
[@article]. It calls Russia’s annexations illegal and its claims without a basis in law.

Each side sees a different war. Russia is said to want a “sphere of influence” and to keep NATO from growing to the
east. Ukraine is said to fight for its survival and its sovereignty. The United States has been the ally that
Ukraine can least do without; its help, with arms and with money, runs to tens of billions of dollars.
"""

talks = Event(
    "Talks in Moscow",
    id="talks",
    date="unknown",
    status="reported",
    parties=[kushner, witkoff, russia],
    sources=[cbc, bbc],
)
statement = Event(
    "A Kremlin statement rejects any territorial concession",
    id="statement",
    date="unknown",
    after=talks,
    status="reported",
    parties=russia,
    sources=article,
)
election = Event(
    "US presidential election",
    id="election",
    date="unknown",
    after=statement,
    status="scheduled",
    sources=article,
    caveat="The article calls it upcoming, which may no longer hold.",
)
timeline = [
    Event(
        "Russia annexes Crimea; a separatist war begins in the Donbas",
        id="annexation",
        date=2014,
        status="reported",
        sources=article,
    ),
    Event(
        "The conflict escalates into the present war",
        id="escalation",
        date=2022,
        status="reported",
        sources=article,
        caveat="The article gives the year only to say that the war did not begin in it.",
    ),
    talks,
    statement,
    election,
]

# --- who stands where ---------------------------------------------------------------------------------------------

kremlin = Position(
    russia,
    id="kremlin",
    basis="reported",
    according_to=article,
    sources=article,
    says="The war is about a “sphere of influence” and about keeping NATO from growing to the east. What Russia asks "
    "for has hardly changed.",
    interests="Ukraine, which it sees as belonging to its own history and culture.",
    demands=[
        "Neutrality, that is, no NATO membership for Ukraine",
        "“Demilitarisation” and “denazification”, which the article calls pretexts made for propaganda",
        "Formal cession of the four regions it has annexed",
    ],
)
kremlin_territory = Position(
    russia,
    id="kremlin-territory",
    issue=territory,
    stance="strongly for",
    basis="reported",
    according_to=article,
    sources=article,
    red_lines="Any territorial concession.",
)
kyiv = Position(
    ukraine,
    id="kyiv",
    basis="reported",
    according_to=article,
    sources=article,
    says="Ukraine fights to survive as a nation and to stay sovereign. It rests its case on international law, above "
    "all on territorial integrity.",
)
kyiv_territory = Position(
    ukraine,
    id="kyiv-territory",
    issue=territory,
    stance="strongly against",
    basis="reported",
    according_to=article,
    sources=article,
    says="President Zelenskyy and the people of Ukraine are said to leave no doubt about this.",
    demands="Return to the borders of 1991, as the ground of any solution.",
    red_lines="Talks in which land is given up.",
)
kyiv_aid = Position(
    ukraine,
    id="kyiv-aid",
    issue=aid,
    stance="against",
    basis="inferred",
    sources=article,
    caveat="Drawn from the alarm that a halt is said to cause in Kyiv; no statement is quoted.",
)
kyiv_elections = Position(
    ukraine,
    id="kyiv-elections",
    issue=elections,
    stance="against",
    basis="inferred",
    according_to=article,
    sources=article,
    says="A vote forced on it under Russian occupation would be a means to put a “puppet” government in place.",
    caveat="What Kyiv is said to reject is a vote under occupation. What the plan is said to contain is a vote under "
    "international supervision.",
)
camp_whole = Position(
    camp,
    id="camp-whole",
    basis="inferred",
    according_to=article,
    sources=article,
    interests="Getting out of the conflict and turning to matters at home, to take the article’s examples.",
    caveat="The article’s reading of an approach by trade-off, in which US interests could come before Ukraine’s "
    "sovereignty. Nobody is quoted as declaring it.",
)
camp_aid = Position(
    camp,
    id="camp-aid",
    issue=aid,
    stance="for",
    basis="inferred",
    sources=article,
    caveat="Drawn from the plan as reported; nobody is quoted as declaring it.",
)
camp_elections = Position(
    camp,
    id="camp-elections",
    issue=elections,
    stance="for",
    basis="inferred",
    sources=article,
    caveat="Drawn from the plan as reported, like the stance on aid.",
)
biden_whole = Position(
    biden,
    id="biden-whole",
    basis="declared",
    according_to=article,
    sources=article,
    says="“Nothing about Ukraine without Ukraine”: no pressure on Kyiv to negotiate on terms that it rejects.",
)
europe_whole = Position(
    europe,
    id="europe-whole",
    basis="reported",
    according_to=article,
    sources=article,
    says="They are deeply worried by the thought of a deal in which Russia keeps much of what its aggression has won.",
)

# --- what follows -------------------------------------------------------------------------------------------------

friction = Effect(
    "The initiative has set the Western allies at odds with one another.",
    id="e-friction",
    affects=west,
    causes=visit,
    channel="alliance",
    direction="negative",
    status="observed",
    according_to=article,
    sources=article,
)
on_markets = Effect(
    "The prospect alone of a deal made by a Trump administration is said to be felt at once and around the world, on "
    "markets too.",
    id="e-markets",
    affects=markets,
    causes=visit,
    direction="unclear",
    status="observed",
    according_to=article,
    sources=article,
)
effects = [
    Effect(
        "Kyiv has to strike a difficult balance: any sign of a diplomatic way out is met with cautious welcome, but "
        "the terms under discussion are seen as very bad for it.",
        id="e-balance",
        affects=ukraine,
        causes=visit,
        channel="political",
        direction="mixed",
        status="observed",
        according_to=article,
        sources=article,
        caveat="Who welcomes it, and who sees the terms so, is not said.",
    ),
    Effect(
        "A halt to US military aid, the part that alarms Kyiv most, would weaken both its defence and its ability to "
        "attack.",
        id="e-aid",
        affects=ukraine,
        causes=plan,
        channel="security",
        direction="negative",
        magnitude="severe",
        status="expected",
        according_to=article,
        sources=article,
    ),
    Effect(
        "A wartime vote, with land occupied and millions displaced, could damage national unity; it is seen as out of "
        "the question.",
        id="e-vote",
        affects=ukraine,
        causes=plan,
        channel="political",
        direction="negative",
        status="possible",
        according_to="unnamed",
        sources=article,
    ),
    Effect(
        "The Kremlin sees the talks as a strategic success, whatever comes of them.",
        id="e-victory",
        affects=russia,
        causes=visit,
        channel="political",
        direction="positive",
        likelihood=Likelihood(wording="likely", according_to=article),
        sources=article,
    ),
    Effect(
        "Contact with prominent Americans makes Russia’s position look legitimate. Moscow can pass for the side that "
        "is open to peace, and Kyiv and Washington for those who won’t see reason.",
        id="e-standing",
        affects=russia,
        causes=visit,
        channel="public opinion",
        direction="positive",
        according_to=article,
        sources=article,
    ),
    friction,
    Effect(
        "The common front in support of Ukraine may weaken.",
        id="e-support",
        affects=ukraine,
        causes=friction,
        channel="alliance",
        direction="negative",
        status="possible",
        according_to=article,
        sources=article,
    ),
    Effect(
        "A deal that leaves Russia with large gains would be a dangerous example: it could encourage Russia, and other "
        "powers that want to change the order of things, such as China.",
        id="e-precedent",
        affects=europe,
        causes=plan,
        channel="security",
        direction="negative",
        status="possible",
        according_to=europe,
        sources=article,
    ),
    Effect(
        "The move shows how deeply the parties in the United States are divided over foreign policy.",
        id="e-us",
        affects=us,
        causes=visit,
        channel="political",
        direction="contested",
        status="observed",
        according_to=article,
        sources=article,
        views=[
            Claim(
                "A practical step out of a costly war.",
                id="view-supporters",
                according_to="Supporters of the Trump camp",
                sources=article,
            ),
            Claim(
                "It abandons a democracy and an ally, and dangerously appeases an aggressor.",
                id="view-critics",
                according_to="Critics",
                sources=article,
            ),
        ],
    ),
    on_markets,
]

# --- how it may go on ---------------------------------------------------------------------------------------------

# likelihoods keep the source's own words: no term of a scale, no number, and no confidence where none is given
stalemate = Scenario(
    "Stalemate continues",
    id="stalemate",
    description="Positions on territory can’t be squared and the front is still moving. The war is called "
    "“likely to continue”, as each side seeks a stronger hand by force.",
    likelihood=Likelihood(wording="most likely short-term scenario", rank=1, according_to=article),
    horizon="short term",
    sources=article,
)
forced = Scenario(
    "A settlement under pressure",
    id="forced",
    description="Washington changes course and could cut off aid, which would bring Kyiv to the table on worse terms. "
    "The risks are called “immense”.",
    likelihood=Likelihood(
        wording="a significant possibility", given="Donald Trump returns to power", according_to=article
    ),
    risks=["The Ukrainian state may collapse", "Power in Europe may shift on a large scale"],
    sources=article,
    caveat="The likelihood is said of a sharp change in US policy. The settlement itself only “could” follow.",
)
frozen = Scenario(
    "A frozen conflict",
    id="frozen",
    likelihood="not assessed",
    sources=article,
    caveat="The source stops in mid-sentence here; nothing is added.",
)

# --- what it comes to ---------------------------------------------------------------------------------------------

policy = Judgment(
    "Under Donald Trump, US policy on the war would change sharply, for the two American approaches are fundamentally "
    "apart.",
    id="kj-policy",
    according_to=article,
    sources=article,
    likelihood=Likelihood(wording="likely", given="he returns to the White House", according_to=article),
    basis=[biden_whole, camp_whole, forced],
)

# --- what is not known --------------------------------------------------------------------------------------------

when = Gap(
    "When the talks took place, and when the article was written.",
    id="gap-date",
    kind="unknown",
    about=[visit, answer, talks, article],
    matters="Every “recent” and “upcoming” depends on it.",
    how_to_close="Find a dated copy, or the reports by CBC News, the BBC and The Times.",
)
stale = Gap(
    "The article has a US election still ahead, the Biden administration in office, and the envoys as figures of the "
    "administration before. Undated as it is, it can’t show that this still holds.",
    id="gap-stale",
    kind="stale",
    about=[politics, election, biden_whole, forced],
    matters="Who speaks for US policy, and what could change it, may be different by now.",
)
originals = Gap(
    "The reports by CBC News, the BBC and The Times were not read; the article gives no link to them.",
    id="gap-originals",
    kind="incomplete",
    about=[cbc, bbc, times],
    matters="What they said is known only as the article retells it.",
    how_to_close="Find the three reports.",
)
gaps = [
    when,
    stale,
    Gap(
        "On whose authority the two men acted. They are called envoys, and the initiative that of the Trump camp; that "
        "Donald Trump sent them is not said.",
        id="gap-mandate",
        kind="unknown",
        about=[visit, camp],
        matters="It decides what their words are worth to Moscow and to Kyiv.",
    ),
    Gap(
        "No outlet is named for the plan’s terms, and nobody is named as their author.",
        id="gap-plan",
        kind="unattributed",
        about=[plan, camp_aid, camp_elections],
        matters="What is read as the Trump camp’s terms may be somebody else’s.",
    ),
    Gap(
        "Five claimed territories in one place, Crimea among them; four annexed regions in another. Both can hold only "
        "if Crimea is counted apart, which the article does not say.",
        id="gap-regions",
        kind="contradictory",
        about=[kremlin, five, four],
        matters="It decides what would have to be ceded.",
    ),
    Gap(
        "A sharp change of US policy under Donald Trump is “likely” in one place and “a significant possibility” in "
        "another.",
        id="gap-odds",
        kind="contradictory",
        about=[forced, policy],
        matters="The two are not equally strong.",
    ),
    Gap(
        "The third scenario ends after its first words; what came after it is lost.",
        id="gap-cut",
        kind="incomplete",
        about=frozen,
        how_to_close="Find a complete copy of the article.",
    ),
    Gap(
        "Global markets are said to feel the prospect of a deal. What they feel is not said.",
        id="gap-markets",
        kind="incomplete",
        about=on_markets,
    ),
    originals,
    Gap(
        "The graphic at the head of the article did not load.",
        id="gap-image",
        kind="missing-material",
        about=article,
        matters="What it showed is not known.",
    ),
]

# --- the brief ----------------------------------------------------------------------------------------------------

brief = Brief(
    "Envoys in Moscow: a channel opens, the territorial question does not move",
    subtitle="What one undated article reports about US-linked peace contacts, and what it leaves open",
    edition="First",
    status="draft",
    language="en-GB",
    keywords=["Ukraine", "Russia", "Mediation"],
    date="2026-03-02",
    as_of="unknown",
    organisation="Explainers desk",
    marking="TLP:CLEAR",
    scales=Scales(grading="admiralty", marking="tlp"),
    bottom_line="""\
Two US figures close to Donald Trump are reported to have explored a settlement in Moscow [@cbc; @article].
Russian officials are quoted as calling the talks “constructive” [@bbc], but nothing reported shows movement on
territory. The plan, as reported, includes a suspension of US military aid to Ukraine [@article]. Whether the two met
Vladimir Putin is [unconfirmed](#claim-putin-met). When all this happened is [not known](#gap-date).
""",
    key_judgments=[
        Judgment(
            "Neither side’s stated terms on territory leave room for agreement in the near term.",
            id="kj-territory",
            according_to=article,
            sources=article,
            likelihood=Likelihood(wording="a major breakthrough is unlikely", according_to=article),
            basis=[kremlin_territory, kyiv_territory],
        ),
        policy,
        Judgment(
            "The talks matter, but they are one small part of a far larger question, and much stands in the way of a "
            "real peace.",
            id="kj-limits",
            according_to=article,
            sources=article,
            basis=[visit, stalemate],
        ),
        Judgment(  # without according_to, a judgment is that of the brief's own authors
            "This account should not be taken for the present state of affairs: it can’t be dated, and none of the "
            "reports that it draws on was read for this brief.",
            id="kj-use",
            basis=[when, stale, originals],
            would_change_if="A dated and complete copy, or the reports it draws on, came to hand.",
        ),
    ],
    developments=[visit, answer, plan, politics],
    background=background,
    timeline=timeline,
    actors=[russia, putin, ukraine, zelenskyy, us, biden, camp, trump, kushner, witkoff, west, europe, china, markets],
    issues=[territory, aid, elections],
    positions=[
        kremlin,
        kremlin_territory,
        kyiv,
        kyiv_territory,
        kyiv_aid,
        kyiv_elections,
        camp_whole,
        camp_aid,
        camp_elections,
        biden_whole,
        europe_whole,
    ],
    effects=effects,
    scenario_set=ScenarioSet(exhaustive=False, method="The article names them; how it arrived at them is not said."),
    scenarios=[stalemate, forced, frozen],
    gaps=gaps,
    sources=[article, cbc, bbc, times],
)

if __name__ == "__main__":
    out = Path("out")
    out.mkdir(exist_ok=True)
    for finding in write(brief, *(out / f"moscow-talks.{suffix}" for suffix in ("pdf", "docx", "md"))):
        print(finding)
