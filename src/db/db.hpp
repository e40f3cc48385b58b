// Db: the handle to one tenant's database, SQLite or PostgreSQL behind one code path.
//
// Promise: when transact() returns a value, the change survives kill -9 and power loss (SQLite: WAL, synchronous=FULL,
// one writing connection whose waiting writers share a commit; PostgreSQL: synchronous_commit on). A refusal or an
// exception rolls everything back. Writers never overlap: on both engines a transaction sees all earlier ones.
//
// Threads: every member may be called from any thread. A function given to transact() on SQLite runs on the writer's
// thread, so it must not wait for anything but the database.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "db/query.hpp"
#include "db/scope.hpp"
#include "db/value.hpp"

#include <atomic>
#include <exception>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <vector>

namespace kunna::db {

// The database cannot be used now: lost, locked, too many waiting. The caller may retry.
struct Unavailable : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// The disk is full; nothing of the transaction was written.
struct StorageFull : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// A rule of the schema (unique, foreign key, check) forbids it. Operations check first; this is the net under them.
struct Constraint : std::runtime_error {
    using std::runtime_error::runtime_error;
};

enum class Engine : std::uint8_t { sqlite, postgres };

// What each engine implements.
class Connection {
public:
    virtual ~Connection() = default;
    // Calls each for every row; values are in the order of query.parameters. Returns the rows changed.
    virtual std::int64_t run(const Query& query, std::span<const Value> values,
                             const std::function<void(const Row&)>& each) = 0;
    virtual void execute(std::string_view sql) = 0; // several statements, no parameters, no rows
    virtual void prepare(const Query& query) = 0;   // only checks that it can be prepared

    // Many executions of one plain INSERT, as fast as the engine can.
    class Bulk {
    public:
        virtual ~Bulk() = default;
        virtual void add(std::span<const Value> values) = 0;
        virtual void finish() = 0;
    };
    virtual std::unique_ptr<Bulk> bulk(const Query& insert) = 0;
};

// A transaction. Reading ones see one moment; writing ones see all earlier writes.
class Tx {
public:
    Tx(Connection& connection, const Clock& clock, Engine engine) :
        connection_(connection), clock_(clock), engine_(engine) {}

    [[nodiscard]] Instant now() const { return clock_.now(); }
    [[nodiscard]] Date today() const { return clock_.today(); }
    [[nodiscard]] Engine engine() const { return engine_; }

    using Params = std::initializer_list<Param>;

    template <class T>
    std::vector<T> all(const Query& query, Params params = {}) {
        std::vector<T> rows;
        RowReader<T> read;
        run(query, params, [&](const Row& row) { rows.push_back(read(row)); });
        return rows;
    }
    template <class T>
    std::vector<T> all(const ScopedQuery& query, const Scope& scope, Params params = {}) {
        std::vector<T> rows;
        RowReader<T> read;
        run(query, scope, params, [&](const Row& row) { rows.push_back(read(row)); });
        return rows;
    }
    // The first row, if any.
    template <class T>
    std::optional<T> one(const Query& query, Params params = {}) {
        std::optional<T> found;
        RowReader<T> read;
        run(query, params, [&](const Row& row) {
            if (!found) found = read(row);
        });
        return found;
    }
    template <class T>
    std::optional<T> one(const ScopedQuery& query, const Scope& scope, Params params = {}) {
        std::optional<T> found;
        RowReader<T> read;
        run(query, scope, params, [&](const Row& row) {
            if (!found) found = read(row);
        });
        return found;
    }
    // For large answers: each row as it comes.
    template <class T, class F>
    void each(const Query& query, Params params, F&& take) {
        RowReader<T> read;
        run(query, params, [&](const Row& row) { take(read(row)); });
    }
    template <class T, class F>
    void each(const ScopedQuery& query, const Scope& scope, Params params, F&& take) {
        RowReader<T> read;
        run(query, scope, params, [&](const Row& row) { take(read(row)); });
    }
    // Rows changed.
    std::int64_t run(const Query& query, Params params = {}) {
        return run(query, params, [](const Row&) {});
    }
    std::int64_t run(const Query& query, Params params, const std::function<void(const Row&)>& each);
    std::int64_t run(const ScopedQuery& query, const Scope& scope, Params params = {}) {
        return run(query, scope, params, [](const Row&) {});
    }
    std::int64_t run(const ScopedQuery& query, const Scope& scope, Params params,
                     const std::function<void(const Row&)>& each);
    // The id of a row inserted by `INSERT … RETURNING id`.
    template <class IdType>
    IdType insert(const Query& query, Params params) {
        const auto id = one<IdType>(query, params);
        if (!id) throw std::logic_error{std::string{query.name} + " returned no id"};
        return *id;
    }

    // bulk(queries::insert_assessment, [&](Adder& add) { add({{"person", p}, …}); });
    class Adder {
    public:
        Adder(Connection::Bulk& bulk, const Query& query) :
            bulk_(bulk), query_(query), values_(query.parameters.size()) {}
        void operator()(Params params);

    private:
        Connection::Bulk& bulk_;
        const Query& query_;
        std::vector<Value> values_;
    };
    template <class F>
    void bulk(const Query& insert, F&& fill) {
        const auto writer = connection_.bulk(insert);
        Adder add{*writer, insert};
        fill(add);
        writer->finish();
    }

    // audit::append tells which entry of the trail this transaction wrote last; readers of the trail follow it.
    void changed(std::int64_t audit_seq) { last_audit_ = audit_seq; }
    [[nodiscard]] std::int64_t last_audit() const { return last_audit_; }

    Connection& connection() { return connection_; } // for migrations, backup and the prepare test only

private:
    Connection& connection_;
    const Clock& clock_;
    Engine engine_;
    std::int64_t last_audit_ = 0;
};

// Writes along with every transaction of the thread that set it: what it writes is committed with the work or not at
// all. It sees what the transaction is about to answer. Idempotency keys are kept this way.
class BeforeCommit {
public:
    virtual ~BeforeCommit() = default;
    virtual void run(Tx& tx, const std::type_info& type, const void* value) = 0;
};
// Of this thread; null unless somebody set it, for as long as a request runs.
inline BeforeCommit*& before_commit() {
    thread_local BeforeCommit* hook = nullptr;
    return hook;
}

class Db {
public:
    virtual ~Db() = default;

    // f(Tx&) -> Result<T>. Commits when it returns a value; see the promise above.
    template <class F>
    auto transact(F&& f) -> std::invoke_result_t<F&, Tx&> {
        using R = std::invoke_result_t<F&, Tx&>;
        static_assert(IsResult<R>::value, "a transaction answers with a Result");
        std::optional<R> answer;
        BeforeCommit* const also = before_commit(); // the caller's: the work may run on the writer's thread
        write([&](Tx& tx) {
            answer.emplace(f(tx));
            if (answer->ok() && also != nullptr) {
                if constexpr (std::is_void_v<typename R::value_type>) {
                    also->run(tx, typeid(void), nullptr);
                } else {
                    also->run(tx, typeid(typename R::value_type), &**answer);
                }
            }
            return answer->ok();
        });
        return std::move(*answer);
    }

    // f(Tx&) -> anything; sees one moment of the database and changes nothing.
    template <class F>
    auto read(F&& f) -> std::invoke_result_t<F&, Tx&> {
        using R = std::invoke_result_t<F&, Tx&>;
        if constexpr (std::is_void_v<R>) {
            view([&](Tx& tx) { f(tx); });
        } else {
            std::optional<R> answer;
            view([&](Tx& tx) { answer.emplace(f(tx)); });
            return std::move(*answer);
        }
    }

    [[nodiscard]] virtual Engine engine() const = 0;
    [[nodiscard]] virtual const Clock& clock() const = 0;
    // The newest entry of the trail known to be committed, by this node or another.
    [[nodiscard]] std::int64_t version() const { return version_.load(std::memory_order_acquire); }
    // A copy of everything as one SQLite file, taken while serving.
    virtual void backup_to(const std::string& file) = 0;

protected:
    virtual void write(const std::function<bool(Tx&)>& work) = 0;
    virtual void view(const std::function<void(Tx&)>& work) = 0;

    void committed(std::int64_t audit_seq) {
        std::int64_t known = version_.load();
        while (known < audit_seq && !version_.compare_exchange_weak(known, audit_seq)) {
        }
    }

private:
    std::atomic<std::int64_t> version_{0};
};

struct Options {
    std::string data;             // folder of the SQLite file; used when url is empty
    std::string url;              // postgres://…; may carry ?schema=NAME (default kunna)
    bool read_only = false;       // a second process may look while a server serves
    const Clock* clock = nullptr; // the system's when null
    int readers = 4;
};

// Opens, migrates under a lock, and guards: a second process that wants to write to the same SQLite folder is refused
// (conflict, "data.in_use"). A newer schema than this binary knows is refused ("data.newer").
Result<std::unique_ptr<Db>> open(const Options& options);

} // namespace kunna::db
