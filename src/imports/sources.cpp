// The words files use for where a statement comes from.
#include "base/text.hpp"
#include "imports/mapping.hpp"

#include <array>

namespace kunna::imports {

namespace {

using engine::Source;

struct Words {
    Source source;
    std::string_view sv;
    std::string_view en;
    std::string_view others; // folded, one a line
};

constexpr std::array words{
    Words{Source::self, "själv", "self",
          "självskattning\nsjälvbedömning\negen\negen bedömning\nmedarbetare\nself rating\nself-rating\nself "
          "assessment\nself-assessment\nemployee"},
    Words{Source::manager, "chef", "manager",
          "chefsbedömning\nchefens bedömning\nledare\nmanager assessment\nmanager rating\nsupervisor"},
    Words{Source::peer, "kollega", "peer", "kollegabedömning\ncolleague\npeer review\npeer assessment\npeer rating"},
    Words{Source::interview, "intervju", "interview", "kompetensintervju"},
    Words{Source::talk, "samtal", "talk", "medarbetarsamtal\nutvecklingssamtal\ndevelopment talk\nappraisal\nreview"},
    Words{Source::test, "test", "test", "prov\ntenta\ntentamen\nexam\nkunskapstest"},
    Words{Source::project, "projekt", "project", "uppdrag\nassignment"},
    Words{Source::certificate, "intyg", "certificate",
          "certifikat\ncertifiering\ncertification\nlicens\nlicense\nlicence\nbehörighet\ndiplom\nkursintyg"},
    Words{Source::expert, "expert", "expert", "expertbedömning\nsakkunnig\nspecialist\nexpert assessment"},
};

} // namespace

std::optional<Source> source_of(std::string_view written) {
    const std::string folded = text::fold(written);
    for (const Words& known : words) {
        if (folded == known.sv || folded == known.en) return known.source;
        for (const std::string_view other : text::split(known.others, '\n'))
            if (folded == other) return known.source;
    }
    return std::nullopt;
}

std::string_view source_word(Source source, std::string_view language) {
    for (const Words& known : words)
        if (known.source == source) return language == "sv" ? known.sv : known.en;
    return {};
}

Result<void> check_options(ImportKind, const ImportOptions& options) {
    if (options.source && !source_of(*options.source))
        return refuse_field("/options/source", "import.source_unknown", {{"value", *options.source}});
    return {};
}

} // namespace kunna::imports
