// The log: one JSON object a line on standard error, in UTC, without personal values. Ids of things are fine, names,
// addresses and texts of people are not.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace kunna::log {

using Value = std::variant<std::string_view, std::int64_t, double, bool>;
using Fields = std::initializer_list<std::pair<std::string_view, Value>>;

void info(std::string_view event, Fields fields = {});
void warn(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

// One line without its newline; for callers that batch.
void append(std::string& line, std::string_view level, std::string_view event, Fields fields);
// Whole lines, each with its newline. Never blocks: a writer thread takes them, and drops and counts them when
// standard error does not take 8 MiB in time.
void write(std::string_view lines);

// Where lines go instead of standard error; tests listen here. An empty function brings standard error back.
void divert(std::function<void(std::string_view lines)> sink);
// Waits until everything written so far is out.
void flush();

} // namespace kunna::log
