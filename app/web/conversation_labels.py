"""The Dutch words about conversations; part of `labels.LABELS`."""

CONVERSATION_LABELS: dict[str, dict[str, str]] = {
    "ConversationFormat": {
        "QUESTIONS": "Vragen ter inspiratie",
        "STORIES": "Verhalen en beelden uit de praktijk",
        "MODEL": "Het model van ‘de’ ambtenaar",
        "OWN": "Een eigen opzet",
    },
    "ConversationStatus": {
        "PLANNED": "gepland",
        "HELD": "gevoerd",
        "HARVESTED": "geoogst",
        "REPORTED": "teruggekoppeld",
        "CANCELLED": "afgezegd",
    },
    "MeetingPlace": {
        "ONLINE": "online",
        "HYBRID": "hybride",
        "ON_SITE": "op één plek",
    },
    "ConversationPart": {
        "HOST": "gastheer of gastvrouw",
        "FACILITATOR": "begeleider",
        "REPORTER": "razende reporter",
    },
    "PartAnswer": {
        "ASKED": "gevraagd",
        "ACCEPTED": "doet mee",
        "DECLINED": "kan niet",
    },
    "WorkKind": {
        "POLICY": "beleid",
        "EXECUTION": "uitvoering",
        "SUPERVISION": "toezicht",
        "SUPPORT": "bedrijfsvoering",
        "OTHER": "ander werk",
    },
    "ModelPart": {
        "HEAD": "hoofd",
        "HEART": "hart",
        "HANDS": "handen",
        "BELLY": "buik",
        "FEET": "voeten",
    },
    "CanvasField": {
        "MUST_BE_IN": "Wat moet erin?",
        "MUST_NOT_BE_IN": "Wat hoort er niet in?",
        "STANDS_OUT": "Wat valt op?",
        "FOR_WRITERS": "Wat geef je mee aan wie verder schrijft?",
        "FOR_COLLEAGUES": "Wat geef je mee aan collega’s?",
    },
    "PlanningStep": {
        "CHOOSE_FORMAT": "Kies een gespreksvorm",
        "ASK_FACILITATOR": "Vraag een begeleider, als je die wilt",
        "CHOOSE_PARTICIPANTS": "Bepaal wie je uitnodigt",
        "SEND_INVITATION": "Verstuur de uitnodiging",
        "HOLD": "Voer het gesprek",
        "REPORT_BACK": "Koppel terug aan de deelnemers",
        "SUBMIT_BLOCKS": "Lever de bouwstenen aan",
    },
    "TaskState": {
        "DONE": "gedaan",
        "LATE": "te laat",
        "TODAY": "vandaag",
        "COMING": "nog te doen",
    },
    "ConversationStep": {
        "HOLD": "Het gesprek is gevoerd",
        "HARVEST": "De oogst is aangeleverd",
        "REPORT": "De deelnemers weten wat eruit kwam",
        "CANCEL": "Zeg het gesprek af",
        "RESUME": "Het gesprek gaat toch door",
        "UNDO": "Zet een stap terug",
    },
    "AskedAnswer": {
        "YES": "ja, ik doe het",
        "NO": "nee, ik kan niet",
    },
    "MessageKind": {
        "INTRANET": "bericht voor het intranet",
        "INVITATION": "uitnodiging per e-mail",
        "POLL": "stelling voor het intranet",
        "THANKS": "dankbericht",
        "REPORT": "terugkoppeling aan de deelnemers",
    },
    "SignUpState": {
        "SEATED": "je doet mee",
        "WAITING": "je staat op de wachtlijst",
    },
    "Opinion": {
        "AGREE": "eens",
        "NEUTRAL": "daartussenin",
        "DISAGREE": "oneens",
    },
    "Mood": {
        "GOOD": "fijn",
        "FAIR": "gaat wel",
        "POOR": "niet fijn",
    },
    "ClockStep": {
        "NEXT": "volgende onderdeel",
        "BACK": "vorige onderdeel",
        "AGAIN": "opnieuw beginnen",
    },
}
