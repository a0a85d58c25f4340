"""What people call things, and what a council's papers call them.

A word on the left is also found by those on the right, never the other way: a paper says "older people", and whoever
asks says "pensioners". Words are listed because councils' own plain English guides pair them, not because a question
was seen to need them; a word that means several things in papers ("house", "close") is left out.
"""

PLAIN = {
    word: tuple(called.strip() for called in official.split(","))
    for words, official in {
        # people
        "kid kids youngster youngsters teenager teenagers teens": "children, young people",
        "toddler toddlers babies": "young children, early years, infants",
        "mum mums": "mothers, parents",
        "dad dads": "fathers, parents",
        "folk folks locals": "people, residents",
        "pensioner pensioners elderly": "older people, older adults",
        "motorist motorists": "drivers",
        "jobless": "unemployed",
        "boss bosses": "chief executive, director, managers",
        "staff": "employees, workforce",
        "landlords": "property owners",
        "doctor doctors": "general practitioners, GPs",
        # streets and places
        "rubbish trash garbage": "waste, refuse",
        "tip dump": "recycling centre, household waste",
        "tarmac": "road surface, carriageway, highway",
        "potholes": "highway defects, road repairs",
        "pavement pavements": "footway, footways",
        "sidewalk sidewalks": "footway, pavement",
        "footway footways": "pavement, pavements",
        "pram prams buggy buggies": "pushchairs, push chairs",
        "lorry lorries trucks": "heavy goods vehicles, HGV, HGVs",
        "bike bikes": "cycle, bicycles, cycling",
        "cab cabs": "taxis, hackney carriage, private hire",
        "playground playgrounds": "play area, play areas",
        "lawn lawns": "grass",
        "streetlights": "street lighting",
        "zebra": "pedestrian crossing",
        # homes and care
        "flats": "apartments, dwellings",
        "homeless": "homelessness, rough sleepers",
        "tenants": "tenancies",
        "foster": "foster carers, fostering",
        "truant truants truancy": "absence, absenteeism, attendance",
        "illness sick": "ill health, sickness",
        "drugs": "substance misuse",
        # money
        "cash money": "funding, funds, budget",
        "wage wages": "salaries, salary, pay",
        "spend spent": "spending, expenditure",
        "overspent": "overspend, overspending",
        "shortfall": "deficit, gap",
        "bill bills": "charges, invoices",
        "cheaper": "reduced, discounted",
        "fine fines fined": "penalty, penalties, penalty charge",
        "handout handouts": "grants, donations",
        # what is done
        "shut shutting shuts": "close, closed, closure, closing",
        "scrap scrapped scrapping axe axed axing": "abolish, cease, closure, withdraw, removed",
        "fix fixed fixing": "repair, repairs, repaired",
        "mend mended mending": "repair, repairs, repaired",
        "buy bought buying": "purchase, purchased, acquire, acquisition",
        "sell sold selling": "sale, disposal, disposed",
        "hire hired hiring": "recruit, recruitment, appoint, appointed",
        "sack sacked": "dismissed, dismissal",
        "quit quits": "resigned, resignation",
        "begin began begun": "start, started, commence, commenced",
        "speeding": "speed, speeds, speed limit",
        "delay delayed delays": "deferred, postponed, late",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What papers call a thing, by what people call it."""
