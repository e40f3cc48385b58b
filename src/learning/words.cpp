// Words for kinds of activities.
#include "learning/words.hpp"

#include "base/text.hpp"
#include "base/texts.hpp"
#include "db/value.hpp"

#include <boost/mp11.hpp>

namespace kunna::learning {

std::string kind_word(ActivityKind kind, std::string_view language) {
    return texts::say(language, "activity.kind." + std::string{db::enum_name(kind)});
}

std::optional<ActivityKind> kind_of(std::string_view written) {
    const std::string folded = text::fold(written);
    std::optional<ActivityKind> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ActivityKind>>([&](auto each) {
        const ActivityKind kind = each.value;
        if (folded == db::enum_name(kind) || folded == text::fold(kind_word(kind, "sv")) ||
            folded == text::fold(kind_word(kind, "en")))
            found = kind;
    });
    return found;
}

} // namespace kunna::learning
