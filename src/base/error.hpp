// Error: a refusal as a value. Breakdowns (a lost database, a bug) are exceptions.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kunna {

// What sort of refusal it is. http/problem.cpp alone turns a kind into a status.
enum class Kind : std::uint8_t {
    invalid,         // the input breaks a rule; fields say where
    unauthenticated, // nobody is signed in
    forbidden,       // the actor lacks the verb, or must state a reason first
    not_found,       // missing, or not visible to this actor: the same answer
    conflict,        // the current state does not allow it
    stale,           // If-Match names an older version
    precondition,    // If-Match is missing
    too_large,       // larger than the stated limit
    too_many,        // slow down; retry later
    unavailable,     // cannot be served now; retry later
    storage_full,    // the disk is full; nothing was written
};

// One offending place: a JSON pointer ("/email") or a cell ("row 12, column Chef"),
// and the code of what is wrong there.
struct FieldError {
    std::string where;
    std::string code;
    std::vector<std::pair<std::string, std::string>> values{}; // fills {name} in the text of the code
};

struct Error {
    Kind kind;
    std::string code; // stable; also the key of its text in texts/sv.json and texts/en.json
    std::vector<FieldError> fields{};
    std::vector<std::pair<std::string, std::string>> values{};
};

} // namespace kunna
