// The lists of names, and how they are put together.
#include "demo/names.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <stdexcept>
#include <string_view>

namespace kunna::demo {

namespace {

// Within a group the commoner names come first.
constexpr std::array women{
    "Anna",      "Maria",    "Emma",      "Sara",    "Lina",      "Karin",     "Eva",       "Kristina",   "Elin",
    "Linnea",    "Ida",      "Johanna",   "Malin",   "Jenny",     "Annika",    "Susanne",   "Åsa",        "Ulrika",
    "Helena",    "Camilla",  "Therese",   "Sofia",   "Amanda",    "Frida",     "Maja",      "Julia",      "Ebba",
    "Klara",     "Elsa",     "Astrid",    "Alva",    "Wilma",     "Ella",      "Märta",     "Ingrid",     "Birgitta",
    "Margareta", "Gunilla",  "Monika",    "Lena",    "Pia",       "Carina",    "Marie",     "Katarina",   "Charlotta",
    "Cecilia",   "Petra",    "Viktoria",  "Josefin", "Rebecka",   "Hanna",     "Moa",       "Tove",       "Agnes",
    "Stina",     "Signe",    "Ellen",     "Louise",  "Isabelle",  "Ronja",     "Nathalie",  "Felicia",    "Matilda",
    "Tilda",     "Lovisa",   "Saga",      "Vera",    "Tyra",      "Alma",      "Greta",     "Siri",       "Tuva",
    "Lisa",      "Mia",      "Veronica",  "Anneli",  "Marianne",  "Kerstin",   "Agneta",    "Barbro",     "Inger",
    "Yvonne",    "Ann",      "Madeleine", "Jessica", "Sandra",    "Erika",     "Angelica",  "Maria-Lena", "Ylva",
    "Disa",      "Ragnhild", "Hedvig",    "Nora",    "Minna",     "Elvira",    "Ester",     "Liv",        "Thea",
    "Selma",     "Freja",    "Iris",      "Aino",    "Tuula",     "Päivi",     "Kaisa",     "Satu",       "Riikka",
    "Amra",      "Jelena",   "Lejla",     "Ana",     "Mirela",    "Dragana",   "Fatima",    "Zahra",      "Leila",
    "Shirin",    "Rima",     "Nour",      "Zeynep",  "Agnieszka", "Katarzyna", "Magdalena", "Ewa",        "Hodan",
    "Amina",     "Selam",    "Saba",      "Hanan",   "Linh",      "Mai",       "Ploy",      "Priya",      "Wei",
    "Laura",     "Claudia",  "Emily",     "Camila",
};
constexpr std::array men{
    "Erik",     "Lars",      "Karl",       "Anders",  "Johan",    "Per",     "Nils",      "Mikael",    "Jan",
    "Lennart",  "Hans",      "Olof",       "Peter",   "Gunnar",   "Sven",    "Fredrik",   "Daniel",    "Bengt",
    "Bo",       "Alexander", "Gustav",     "Göran",   "Åke",      "Magnus",  "Martin",    "Andreas",   "John",
    "Leif",     "Stefan",    "Thomas",     "Oskar",   "Mattias",  "Henrik",  "Jonas",     "Ulf",       "Björn",
    "Axel",     "Robert",    "David",      "Emil",    "Christer", "Stig",    "Filip",     "Rolf",      "Marcus",
    "Patrik",   "Kjell",     "Håkan",      "Niklas",  "Viktor",   "Joakim",  "Christian", "Simon",     "Kent",
    "Anton",    "Robin",     "William",    "Linus",   "Gabriel",  "Roger",   "Adam",      "Elias",     "Hugo",
    "Ludvig",   "Rasmus",    "Kristoffer", "Albin",   "Jakob",    "Isak",    "Tobias",    "Sebastian", "Kenneth",
    "Roland",   "Hampus",    "Jesper",     "Samuel",  "Benjamin", "Lucas",   "Pontus",    "Felix",     "Dennis",
    "Edvin",    "Theodor",   "Arvid",      "Malte",   "Love",     "Melker",  "Viggo",     "Sixten",    "Vidar",
    "Torbjörn", "Tomas",     "Claes",      "Börje",   "Rickard",  "Dan",     "Urban",     "Staffan",   "Ingemar",
    "Sören",    "Jörgen",    "Örjan",      "Loke",    "Alfred",   "Wilhelm", "Timo",      "Juha",      "Mika",
    "Jari",     "Antti",     "Pekka",      "Adnan",   "Goran",    "Zoran",   "Emir",      "Mirza",     "Dragan",
    "Ahmad",    "Ali",       "Omar",       "Hassan",  "Reza",     "Yusuf",   "Mehmet",    "Piotr",     "Tomasz",
    "Marek",    "Paweł",     "Abdi",       "Mohamed", "Yonas",    "Samuel",  "Dawit",     "Minh",      "Arjun",
    "Jun",      "Somchai",   "Rahul",      "Thomas",  "Marco",    "James",   "Diego",
};
constexpr std::array families{
    "Andersson",    "Johansson",   "Karlsson",      "Nilsson",    "Eriksson",    "Larsson",    "Olsson",
    "Persson",      "Svensson",    "Gustafsson",    "Pettersson", "Jonsson",     "Jansson",    "Hansson",
    "Bengtsson",    "Jönsson",     "Lindberg",      "Jakobsson",  "Magnusson",   "Olofsson",   "Lindström",
    "Lindqvist",    "Lindgren",    "Axelsson",      "Berg",       "Bergström",   "Lundberg",   "Lind",
    "Lundgren",     "Lundqvist",   "Mattsson",      "Berglund",   "Fredriksson", "Sandberg",   "Henriksson",
    "Forsberg",     "Sjöberg",     "Wallin",        "Engström",   "Eklund",      "Danielsson", "Lundin",
    "Håkansson",    "Björk",       "Bergman",       "Gunnarsson", "Holm",        "Wikström",   "Samuelsson",
    "Isaksson",     "Fransson",    "Bergqvist",     "Nyström",    "Holmberg",    "Arvidsson",  "Löfgren",
    "Söderberg",    "Nyberg",      "Blomqvist",     "Claesson",   "Nordström",   "Mårtensson", "Lundström",
    "Viklund",      "Björklund",   "Eliasson",      "Pålsson",    "Berggren",    "Sandström",  "Lund",
    "Nordin",       "Ström",       "Åberg",         "Hermansson", "Ekström",     "Falk",       "Holmgren",
    "Hellström",    "Dahlberg",    "Hedlund",       "Sundberg",   "Sjögren",     "Ek",         "Blom",
    "Abrahamsson",  "Öberg",       "Martinsson",    "Andreasson", "Strömberg",   "Månsson",    "Åkesson",
    "Norberg",      "Lindholm",    "Dahl",          "Jonasson",   "Åström",      "Ivarsson",   "Lundkvist",
    "Sundström",    "Bergsten",    "Höglund",       "Gren",       "Hedman",      "Rosén",      "Nordberg",
    "Norén",        "Lindén",      "Wahlström",     "Ågren",      "Sköld",       "Alm",        "Palm",
    "Frisk",        "Rask",        "Stark",         "Modig",      "Ståhl",       "Ros",        "Hägg",
    "Löv",          "Vikström",    "Sjölund",       "Näslund",    "Hägglund",    "Häggström",  "Moberg",
    "Malmberg",     "Malm",        "Boström",       "Bodin",      "Melin",       "Hallberg",   "Hallgren",
    "Granlund",     "Granqvist",   "Gradin",        "Fors",       "Forslund",    "Englund",    "Edlund",
    "Edström",      "Ahlström",    "Ahlgren",       "Almgren",    "Lidén",       "Lidström",   "Rydberg",
    "Ryberg",       "Rosander",    "Sellin",        "Selin",      "Skog",        "Skoglund",   "Stenberg",
    "Stenström",    "Stenmark",    "Tapper",        "Thorén",     "Tengvall",    "Ullberg",    "Västlund",
    "Westerberg",   "Westberg",    "Zetterberg",    "Zetterlund", "Östberg",     "Österberg",  "Östlund",
    "von Almkvist", "af Björkvik", "von Rosenholm", "af Ekeby",   "von Lindahl", "Virtanen",   "Korhonen",
    "Mäkinen",      "Nieminen",    "Laine",         "Heikkinen",  "Koskinen",    "Lehtonen",   "Hodžić",
    "Petrović",     "Jovanović",   "Kovačević",     "Begić",      "Marković",    "Krasniqi",   "Berisha",
    "Hassan",       "Ahmed",       "Ali",           "Hosseini",   "Rahimi",      "Haddad",     "Khalil",
    "Yılmaz",       "Demir",       "Aziz",          "Kowalski",   "Nowak",       "Wiśniewski", "Zieliński",
    "Mazur",        "Abdullahi",   "Warsame",       "Tesfay",     "Gebremedhin", "Osman",      "Nuur",
    "Nguyen",       "Tran",        "Chen",          "Singh",      "Sharma",      "Wongsakul",  "Schmidt",
    "Müller",       "Brown",       "García",        "Rossi",      "Hansen",      "Jørgensen",  "Dubois",
};

// Ranges in the lists that go together, and how many of a hundred people they are.
struct Group {
    std::uint16_t women_from, women_count;
    std::uint16_t men_from, men_count;
    std::uint16_t families_from, families_count;
    int share;
};
constexpr std::array name_groups{std::to_array<Group>({
    {0, 102, 0, 105, 0, 168, 80}, // Swedish
    {0, 102, 0, 105, 168, 5, 1},  // Swedish with von and af
    {102, 6, 105, 6, 173, 8, 4},  // finnish
    {108, 6, 111, 6, 181, 8, 4},  // balkan
    {114, 7, 117, 7, 189, 10, 5}, // middle east
    {121, 4, 124, 4, 199, 5, 1},  // polish
    {125, 5, 128, 5, 204, 6, 2},  // african
    {130, 5, 133, 5, 210, 6, 1},  // asian
    {135, 4, 138, 4, 216, 8, 2},  // western
})};

// Numbers in a Name: 0 is none, then the women's names, then the men's.
constexpr auto women_count = static_cast<std::uint16_t>(women.size());

std::string_view given_of(std::uint16_t number) {
    if (number == 0) return "";
    return number <= women_count ? women.at(number - 1U) : men.at(number - 1U - women_count);
}
std::string_view family_of(std::uint16_t number) {
    return number == 0 ? "" : families.at(number - 1U);
}

// Early ones in the list are commoner: half of the draws fall in the first quarter.
std::uint16_t draw_from(Random& random, std::uint16_t from, std::uint16_t count) {
    const std::uint64_t a = random.below(65'536);
    return static_cast<std::uint16_t>(from + ((a * a * count) >> 32U));
}

std::uint16_t draw_given(Random& random, const Group& group, bool woman) {
    const std::uint16_t at = woman ? draw_from(random, group.women_from, group.women_count)
                                   : draw_from(random, group.men_from, group.men_count);
    return static_cast<std::uint16_t>(woman ? at + 1 : at + 1 + women_count);
}

// Short names that are commonly the first or the second half of a double one.
constexpr std::array first_halves_women{"Anna", "Ann", "Eva", "Maria"};
constexpr std::array second_halves_women{"Karin", "Lena", "Marie", "Sofia", "Kristina", "Stina"};
constexpr std::array first_halves_men{"Karl", "Lars", "Per", "Jan", "Sven"};
constexpr std::array second_halves_men{"Erik", "Johan", "Olof", "Gunnar", "Åke", "Anders"};

std::uint16_t given_number(std::string_view name) {
    if (const auto at = std::find(women.begin(), women.end(), name); at != women.end())
        return static_cast<std::uint16_t>(at - women.begin() + 1);
    if (const auto at = std::find(men.begin(), men.end(), name); at != men.end())
        return static_cast<std::uint16_t>(at - men.begin() + 1 + women_count);
    throw std::logic_error{fmt::format("{} is not in the lists of names", name)};
}

template <std::size_t N, std::size_t M>
void make_double(Random& random, Name& name, const std::array<const char*, N>& first,
                 const std::array<const char*, M>& second) {
    name.given = given_number(first.at(random.below(N)));
    name.second_given = given_number(second.at(random.below(M)));
}

} // namespace

bool Name::of_a_woman() const {
    return given <= women_count;
}

std::string Name::given_text() const {
    std::string text{given_of(given)};
    if (second_given != 0) text.append("-").append(given_of(second_given));
    return text;
}

std::string Name::family_text() const {
    std::string text{family_of(family)};
    if (second_family != 0) text.append(" ").append(family_of(second_family));
    return text;
}

std::string Name::email() const {
    std::string local = fold_ascii(given_text()) + "." + fold_ascii(family_text());
    if (email_number > 1) local += std::to_string(email_number);
    return local + "@lindvaken.example";
}

Name draw_name(Random& random, std::uint32_t women_share) {
    std::array<int, name_groups.size()> shares{};
    std::transform(name_groups.begin(), name_groups.end(), shares.begin(),
                   [](const Group& group) { return group.share; });
    const std::size_t chosen = random.weighted(shares);
    const Group& group = name_groups.at(chosen);
    const bool woman = random.chance(women_share);
    Name name;
    // Half of those with a family name of elsewhere were given a name that is common here.
    const bool given_here = chosen >= 2 && random.chance(50'000);
    name.given = draw_given(random, given_here ? name_groups.at(0) : group, woman);
    name.family = static_cast<std::uint16_t>(draw_from(random, group.families_from, group.families_count) + 1);
    if (chosen == 0 && random.chance(4'000)) {
        if (woman)
            make_double(random, name, first_halves_women, second_halves_women);
        else
            make_double(random, name, first_halves_men, second_halves_men);
    }
    if (random.chance(5'000)) {
        const auto other = static_cast<std::uint16_t>(
            draw_from(random, name_groups.at(0).families_from, name_groups.at(0).families_count) + 1);
        if (other != name.family) name.second_family = other;
    }
    return name;
}

Name fixed_name(std::string_view given, std::string_view family) {
    const auto at = std::find(families.begin(), families.end(), family);
    if (at == families.end()) throw std::logic_error{fmt::format("{} is not in the lists of names", family)};
    Name name;
    name.given = given_number(given);
    name.family = static_cast<std::uint16_t>(at - families.begin() + 1);
    return name;
}

void Emails::number(Name& name) {
    name.email_number = 0;
    name.email_number = ++taken_[name.email()];
}

std::string fold_ascii(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, char>, 24> letters{{
        {"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"é", 'e'}, {"ü", 'u'}, {"ø", 'o'}, {"æ", 'a'}, {"ć", 'c'},
        {"č", 'c'}, {"š", 's'}, {"ž", 'z'}, {"ś", 's'}, {"ń", 'n'}, {"ł", 'l'}, {"ı", 'i'}, {"í", 'i'},
        {"á", 'a'}, {"Å", 'a'}, {"Ä", 'a'}, {"Ö", 'o'}, {"É", 'e'}, {"Ü", 'u'}, {"Ø", 'o'}, {"Š", 's'},
    }};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == ' ') {
            out += '-';
            ++at;
        } else if (static_cast<unsigned char>(c) < 0x80) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            ++at;
        } else {
            const auto known = std::find_if(letters.begin(), letters.end(), [&](const auto& letter) {
                return text.substr(at).starts_with(letter.first);
            });
            if (known == letters.end()) throw std::logic_error{fmt::format("no ASCII letter for {}", text)};
            out += known->second;
            at += known->first.size();
        }
    }
    return out;
}

} // namespace kunna::demo
