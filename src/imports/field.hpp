// Field: what a column of an import file can hold, for each kind of file.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kunna::imports {

BOOST_DEFINE_ENUM_CLASS(ImportKind, people, roles, assessments, activities)

enum class FieldType : std::uint8_t { text, number, date };

struct Field {
    std::string_view key;
    FieldType type;
    bool required;
    bool in_template;        // a column of the template and of the export
    std::string_view sample; // two examples, one a line; also the template's two rows
    // Headings that mean this field, beside its own names, folded and without punctuation; one a line.
    std::string_view headings;
};

// In the order of the template.
std::span<const Field> fields(ImportKind kind);
const Field* find_field(ImportKind kind, std::string_view key);
// "Anställningsnummer": the heading in the template, and what the screen calls the field.
std::string field_name(ImportKind kind, std::string_view key, std::string_view language);
std::vector<std::string_view> examples(const Field& field);

// A field as the screen shows it.
struct Label {
    std::string sv{};
    std::string en{};
};
BOOST_DESCRIBE_STRUCT(Label, (), (sv, en))

struct ShownField {
    std::string key{};
    Label name{};
    bool required = false;
    Label help{};
    std::vector<std::string> examples{};
};
BOOST_DESCRIBE_STRUCT(ShownField, (), (key, name, required, help, examples))

std::vector<ShownField> shown_fields(ImportKind kind);

} // namespace kunna::imports
