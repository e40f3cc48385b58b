// Runner: claiming, doing and finishing jobs; telling progress; taking back what a dead node left.
#include "jobs/runner.hpp"

#include "base/json_write.hpp"
#include "jobs/queries.hpp"
#include "jobs/store.hpp"

#include <condition_variable>
#include <random>
#include <thread>
#include <unistd.h>

namespace kunna::jobs {

namespace {

constexpr std::int64_t most_attempts = 5;
constexpr std::chrono::milliseconds kept_for = std::chrono::hours{24 * 90};
constexpr std::chrono::milliseconds patience = std::chrono::seconds{2}; // before trying a lost database again

std::string node_name() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
    return fmt::format("{}-{}-{:08x}", host.data(), ::getpid(), std::random_device{}());
}

// A job that runs here. Written by the thread that works, read by all.
struct Live {
    explicit Live(Task t) : task(std::move(t)) {}

    const Task task;
    std::mutex mutex;
    double fraction = 0;
    Note note;
    bool fresh = false; // told since it was last written
    bool cancelled = false;
    bool stopped = false;

    Result<void> hear(double f, const Note* n) {
        const std::scoped_lock held{mutex};
        if (cancelled) return refuse(Kind::conflict, "job.cancelled");
        if (stopped) return refuse(Kind::unavailable, "job.stopped");
        fraction = f;
        if (n != nullptr) note = *n;
        fresh = true;
        return {};
    }
};

} // namespace

struct Runner::Inside {
    Inside(db::Db& d, RunnerOptions o) : db(d), options(std::move(o)) {}

    db::Db& db;
    const RunnerOptions options;
    const std::string node = node_name();
    std::map<std::string, Work, std::less<>> kinds;

    mutable std::mutex mutex; // of what follows
    std::condition_variable woken;
    bool stopping = false;
    std::uint64_t wakes = 0;
    std::vector<std::shared_ptr<Live>> live;
    std::vector<std::thread> threads;

    void log(std::string_view what) const {
        if (options.log) options.log(what);
    }
    [[nodiscard]] bool ending() const {
        const std::scoped_lock held{mutex};
        return stopping;
    }
    // Sleeps that long, or until woken; false when stopping.
    bool wait(std::chrono::milliseconds time, std::uint64_t& seen) {
        std::unique_lock held{mutex};
        woken.wait_for(held, time, [&] { return stopping || wakes != seen; });
        seen = wakes;
        return !stopping;
    }
    std::shared_ptr<Live> running(JobId job) const {
        const std::scoped_lock held{mutex};
        for (const auto& one : live)
            if (one->task.id == job) return one;
        return nullptr;
    }

    // What must be written though the database may be away for a while; given up when stopping, since a job that is
    // left "running" is taken back later.
    template <class F>
    void persist(F&& write) {
        for (std::uint64_t seen = 0;;) {
            try {
                (void)db.transact([&](db::Tx& tx) -> Result<void> {
                    write(tx);
                    return {};
                });
                return;
            } catch (const db::Unavailable& lost) {
                log(lost.what());
            } catch (const db::StorageFull& full) {
                log(full.what());
            }
            if (!wait(patience, seen)) return;
        }
    }

    void work_until_stopped() {
        for (std::uint64_t seen = 0;;) {
            bool busy = false;
            try {
                if (const auto mine = claim()) {
                    run(mine);
                    busy = true;
                }
            } catch (const std::exception& broken) {
                log(broken.what());
            }
            if (!(busy ? !ending() : wait(options.look, seen))) return;
        }
    }

    std::shared_ptr<Live> claim() {
        const auto queued = db.read([](db::Tx& tx) { return tx.all<store::Waiting>(queries::waiting_jobs); });
        for (const auto& job : queued) {
            if (!kinds.contains(job.kind)) continue;
            // In the list before the row says so: stop() must not miss it.
            auto mine = std::make_shared<Live>(Task{job.id, job.account, job.kind, job.input});
            {
                const std::scoped_lock held{mutex};
                if (stopping) return nullptr;
                live.push_back(mine);
            }
            bool got = false;
            try {
                (void)db.transact([&](db::Tx& tx) -> Result<void> {
                    got = tx.run(queries::claim_job, {{"job", job.id}, {"node", node}, {"now", tx.now()}}) == 1;
                    return {};
                });
            } catch (...) {
                drop(mine);
                throw;
            }
            if (got) return mine;
            drop(mine);
        }
        return nullptr;
    }
    void drop(const std::shared_ptr<Live>& one) {
        {
            const std::scoped_lock held{mutex};
            std::erase(live, one);
        }
        woken.notify_all();
    }

    void run(const std::shared_ptr<Live>& mine) {
        const Task& task = mine->task;
        Progress progress{[mine](double fraction, const Note* note) { return mine->hear(fraction, note); }};
        Result<Outcome> outcome = refuse(Kind::unavailable, "job.broken");
        bool away = false; // the database went away under it: try again
        try {
            outcome = kinds.find(task.kind)->second(db, task, progress);
        } catch (const db::StorageFull& full) {
            outcome = refuse(Kind::storage_full, "job.storage_full");
            log(full.what());
        } catch (const db::Unavailable& lost) {
            away = true;
            log(lost.what());
        } catch (const std::exception& broken) {
            log(task.kind + ": " + broken.what());
        }
        if (away || (!outcome.ok() && outcome.error().code == "job.stopped"))
            persist([&](db::Tx& tx) {
                tx.run(queries::put_back, {{"job", task.id}, {"node", node}, {"forgiven", away ? 0 : 1}});
            });
        else
            finish(*mine, outcome);
        drop(mine);
    }

    void finish(Live& mine, const Result<Outcome>& outcome) {
        JobState state = JobState::done;
        if (!outcome.ok()) state = outcome.error().code == "job.cancelled" ? JobState::cancelled : JobState::failed;
        double fraction = 1;
        if (!outcome.ok()) {
            const std::scoped_lock held{mine.mutex};
            fraction = mine.fraction;
        }
        const std::string result = outcome.ok() ? json::to_text(*outcome) : std::string{};
        const std::string problem = state == JobState::failed ? to_stored(outcome.error()) : std::string{};
        persist([&](db::Tx& tx) {
            tx.run(queries::finish_job, {{"job", mine.task.id},
                                         {"node", node},
                                         {"state", state},
                                         {"progress", fraction},
                                         {"note", ""},
                                         {"result", result},
                                         {"problem", problem},
                                         {"now", tx.now()}});
        });
    }

    // Writes what was told, a few times a second at most, hears what was called off elsewhere, and looks after the
    // dead.
    void tell_until_stopped() {
        using Steady = std::chrono::steady_clock;
        auto last_sign = Steady::now();
        auto last_rounds = Steady::now();
        for (;;) {
            {
                std::unique_lock held{mutex};
                // Not woken by wake(): progress keeps its own pace. It goes on until the last job has ended.
                woken.wait_for(held, options.tell, [&] { return stopping && live.empty(); });
                if (stopping && live.empty()) return;
            }
            try {
                const bool sign = Steady::now() - last_sign > options.silence / 6;
                if (sign) last_sign = Steady::now();
                tell_all(sign && db.engine() == db::Engine::postgres);
                if (db.engine() == db::Engine::postgres) {
                    hear_cancelled();
                    if (Steady::now() - last_rounds > options.silence / 3) {
                        last_rounds = Steady::now();
                        take_back(options.silence);
                    }
                }
            } catch (const std::exception& broken) {
                log(broken.what());
            }
        }
    }
    void tell_all(bool sign_of_life) {
        std::vector<std::shared_ptr<Live>> now;
        {
            const std::scoped_lock held{mutex};
            now = live;
        }
        for (const auto& one : now) {
            double fraction = 0;
            std::string note;
            bool fresh = false;
            {
                const std::scoped_lock held{one->mutex};
                fraction = one->fraction;
                note = store::to_text(one->note);
                fresh = std::exchange(one->fresh, false);
            }
            if (!fresh && !sign_of_life) continue;
            (void)db.transact([&](db::Tx& tx) -> Result<void> {
                tx.run(
                    queries::tell_progress,
                    {{"job", one->task.id}, {"node", node}, {"progress", fraction}, {"note", note}, {"now", tx.now()}});
                return {};
            });
        }
    }
    void hear_cancelled() {
        {
            const std::scoped_lock held{mutex};
            if (live.empty()) return;
        }
        for (const JobId job : db.read([&](db::Tx& tx) {
                 return tx.all<JobId>(queries::cancel_asked, {{"node", node}});
             }))
            if (const auto one = running(job)) {
                const std::scoped_lock held{one->mutex};
                one->cancelled = true;
            }
    }

    void take_back(std::chrono::milliseconds silence) {
        const std::string given_up = to_stored(Error{Kind::unavailable, "job.given_up"});
        (void)db.transact([&](db::Tx& tx) -> Result<void> {
            // SQLite has one process only: whatever runs when it starts is deserted, however fresh.
            const Instant silent = tx.engine() == db::Engine::sqlite ? Instant{std::int64_t{1} << 60}
                                                                     : Instant{tx.now().ms - silence.count()};
            for (const auto& job : tx.all<store::Deserted>(queries::deserted_jobs, {{"silent", silent}})) {
                if (job.attempts >= most_attempts)
                    tx.run(queries::give_up,
                           {{"job", job.id}, {"silent", silent}, {"problem", given_up}, {"now", tx.now()}});
                else
                    tx.run(queries::take_back, {{"job", job.id}, {"silent", silent}});
            }
            return {};
        });
    }
};

Runner::Runner(db::Db& db, RunnerOptions options) : inside_(std::make_unique<Inside>(db, std::move(options))) {}

Runner::~Runner() {
    stop();
}

void Runner::kind(std::string name, Work work) {
    inside_->kinds.insert_or_assign(std::move(name), std::move(work));
}

void Runner::start() {
    inside_->take_back(inside_->options.silence);
    (void)inside_->db.transact([](db::Tx& tx) -> Result<void> {
        tx.run(queries::forget_finished, {{"before", Instant{tx.now().ms - kept_for.count()}}});
        return {};
    });
    for (int i = 0; i < inside_->options.threads; ++i)
        inside_->threads.emplace_back([this] { inside_->work_until_stopped(); });
    inside_->threads.emplace_back([this] { inside_->tell_until_stopped(); });
}

void Runner::stop() {
    {
        const std::scoped_lock held{inside_->mutex};
        inside_->stopping = true;
        for (const auto& one : inside_->live) {
            const std::scoped_lock also{one->mutex};
            one->stopped = true;
        }
    }
    inside_->woken.notify_all();
    for (auto& thread : inside_->threads)
        if (thread.joinable()) thread.join();
    inside_->threads.clear();
}

void Runner::wake() {
    {
        const std::scoped_lock held{inside_->mutex};
        ++inside_->wakes;
    }
    inside_->woken.notify_all();
}

void Runner::overlay(Job& job, std::string_view language) const {
    const auto one = inside_->running(job.id);
    if (!one) return;
    const std::scoped_lock held{one->mutex};
    job.progress = one->fraction;
    job.note = store::say(one->note, language);
}

bool Runner::ask_to_cancel(JobId job) {
    const auto one = inside_->running(job);
    if (!one) return false;
    const std::scoped_lock held{one->mutex};
    one->cancelled = true;
    return true;
}

} // namespace kunna::jobs
