// The notes.
#include "demo/notes.hpp"

namespace kunna::demo {

namespace {

constexpr std::array<std::string_view, 10> notes_below{
    "Klarar det vanliga men behöver stöd när något avviker.",
    "Är på god väg. Behöver mer övning innan arbetet kan göras på egen hand.",
    "Har gått bredvid en kollega under hösten, ska prova själv till våren.",
    "Kan grunderna men är osäker på varför man gör i den ordningen.",
    "Behöver repetera. Det var länge sedan uppgiften ingick i arbetet.",
    "Vi är överens om att det här är nästa steg i utvecklingsplanen.",
    "Frågar när det behövs och lär sig snabbt, men är inte där än.",
    "Har inte fått tillräckligt många tillfällen att öva. Det ligger på oss att ordna.",
    "Gör rätt när instruktionen ligger framme. Målet är att klara sig utan.",
    "Tog över uppgiften nyligen och har en bit kvar.",
};
constexpr std::array<std::string_view, 10> notes_at_level{
    "Arbetar självständigt och säger till i tid när något är oklart.",
    "Håller den nivå som rollen kräver, även när det är bråttom.",
    "Stabil. Jag behöver sällan kontrollera resultatet.",
    "Har visat det flera gånger under året, senast vid stoppet i september.",
    "Gör jobbet på egen hand och dokumenterar så att andra kan följa det.",
    "Trygg i uppgiften. Vill gärna lära sig mer, vi återkommer till hur.",
    "Klarar alla vanliga fall utan stöd.",
    "Bedömningen bygger på arbetet i gruppen det senaste halvåret.",
    "Har tagit till sig det nya arbetssättet och använder det varje vecka.",
    "Pålitlig. Kollegorna vet vad de får.",
};
constexpr std::array<std::string_view, 8> notes_above{
    "Den som kollegorna går till när det är svårt.",
    "Har lärt upp två nya under året och gör det tålmodigt.",
    "Kan mer än rollen kräver. Vi bör använda det bättre.",
    "Löste ett fel som leverantören själv inte hittade.",
    "Föreslog förbättringen som nu används på båda skiften.",
    "Handleder gärna. Skulle passa som mentor i nästa omgång.",
    "Ser helheten och hjälper angränsande grupper.",
    "Har skrivit om instruktionen så att den går att följa.",
};
constexpr std::array<std::string_view, 4> notes_of_talks{
    "Överenskommet i utvecklingssamtalet.",
    "Vi gick igenom exempel tillsammans i samtalet och landade här.",
    "Medarbetaren såg det högre, jag lägre. Vi möttes på halva vägen efter att ha tittat på exempel.",
    "Vi följer upp i nästa avstämning.",
};
constexpr std::array<std::string_view, 4> notes_of_tests{
    "Praktiskt prov i verkstaden, godkänt på alla moment.",
    "Skriftligt och praktiskt prov.",
    "Provet gjordes i arbetsmiljö med två bedömare.",
    "Omprov efter genomförd utbildning.",
};
constexpr std::array<std::string_view, 4> notes_of_projects{
    "Byggde styrningen i projektet för fjärrövervakning.",
    "Ansvarade för delen och levererade enligt plan.",
    "Bedömningen bygger på kodgranskning och drift under tre månader.",
    "Ledde införandet på en av linjerna.",
};
constexpr std::array<std::string_view, 4> notes_of_oneself{
    "Har gjort det mycket hos en tidigare arbetsgivare.",
    "Vill gärna få fler tillfällen att öva.",
    "Känner mig trygg så länge det inte är helt nytt.",
    "Gick kursen i våras men har inte använt det så mycket sedan dess.",
};

} // namespace

std::string_view draw_note(Random& random, Source source, Standing standing) {
    switch (source) {
    case Source::self:
        return random.one_of(notes_of_oneself);
    case Source::test:
        return random.one_of(notes_of_tests);
    case Source::project:
        return random.one_of(notes_of_projects);
    case Source::talk:
        return random.one_of(notes_of_talks);
    default:
        break;
    }
    switch (standing) {
    case Standing::below:
        return random.one_of(notes_below);
    case Standing::level:
        return random.one_of(notes_at_level);
    case Standing::above:
        return random.one_of(notes_above);
    }
    return "";
}

} // namespace kunna::demo
