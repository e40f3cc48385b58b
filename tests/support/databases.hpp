// Databases for tests: a fresh one of each engine. PostgreSQL 15 is started by the tests themselves, once a program.
#pragma once

#include "db/db.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kunna::test {

// A clock that a test sets.
class SetClock final : public Clock {
public:
    explicit SetClock(const char* day = "2026-11-21") : today_(*Date::parse(day)) {}
    [[nodiscard]] Instant now() const override { return {std::int64_t{today_.days()} * 86'400'000 + passed_}; }
    [[nodiscard]] Date today() const override { return today_; }
    void set(const char* day) { today_ = *Date::parse(day); }
    void pass(std::chrono::milliseconds time) { passed_ += time.count(); }

private:
    Date today_;
    std::int64_t passed_ = 9 * 3'600'000; // nine in the morning
};

// A folder that goes when the test ends.
class TempFolder {
public:
    TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder();
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

// Options that open an empty database of the engine; the folder or schema goes with it.
class FreshDatabase {
public:
    explicit FreshDatabase(db::Engine engine, const Clock* clock = nullptr);
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;
    ~FreshDatabase();
    [[nodiscard]] const db::Options& options() const { return options_; }
    std::unique_ptr<db::Db> open() const;

private:
    TempFolder folder_;
    db::Options options_;
};

// The address of a running PostgreSQL 15, started at the first call, stopped when the program ends.
const std::string& postgres_url();

std::string engine_name(db::Engine engine);

} // namespace kunna::test

// The same tests on both engines: INSTANTIATE_ON_BOTH(PeopleStore);
#define INSTANTIATE_ON_BOTH(Suite)                                                                                     \
    INSTANTIATE_TEST_SUITE_P(Both, Suite, ::testing::Values(kunna::db::Engine::sqlite, kunna::db::Engine::postgres),   \
                             [](const auto& chosen) { return kunna::test::engine_name(chosen.param); })
