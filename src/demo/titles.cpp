// Titles that are not the name of a role.
#include "demo/titles.hpp"

#include <array>

namespace kunna::demo {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Title::count)> title_words{
    "",
    "Verkställande direktör",
    "Vice vd och driftdirektör",
    "Strategidirektör",
    "Chefsjurist",
    "Kommunikationsdirektör",
    "Hållbarhetsdirektör",
    "Affärsutvecklingsdirektör",
    "Stabschef",
    "Produktionschef",
    "Försäljnings- och servicechef",
    "Utvecklingschef",
    "Lagerchef",
    "Digitaliseringschef",
    "Underhållschef",
    "Kvalitets- och miljöchef",
    "Ekonomichef",
    "Inköpschef",
    "HR-chef",
    "Fabrikschef",
    "Linjechef",
    "Områdeschef",
    "Skiftledare",
    "Verkstadsledare",
    "Produktionsplanerare",
    "Gruppchef",
    "Underhållsledare",
    "Ansvarig för lärande och utveckling",
};

} // namespace

std::string_view title_text(Title title) {
    return title_words[static_cast<std::size_t>(title)];
}

} // namespace kunna::demo
