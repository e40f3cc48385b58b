// Sender.
#include "notices/sender.hpp"

#include "access/accounts.hpp"
#include "base/texts.hpp"
#include "settings/settings.hpp"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace kunna::notices {

struct Sender::Inside {
    Inside(db::Db& d, SenderOptions o) : db(d), options(std::move(o)) {}

    db::Db& db;
    const SenderOptions options;
    Truths truths;
    std::vector<std::function<void(db::Db&)>> dues;

    std::atomic<bool> stopping = false;
    std::mutex mutex;
    std::condition_variable woken;
    bool awake = false;
    std::thread thread;

    void log(std::string_view what) const {
        if (options.log) options.log(what);
    }

    // One letter, if there is one.
    bool send_one(std::unique_ptr<Smtp>& smtp) {
        if (db.read([](db::Tx& tx) { return idle(tx); })) return false;
        const auto claimed =
            db.transact([&](db::Tx& tx) -> Result<std::optional<Claimed>> { return notices::claim(tx, truths); });
        if (!*claimed) return false;
        if (!smtp) smtp = std::make_unique<Smtp>(options.secrets, options.patience);
        const Claimed& mine = **claimed;
        const Delivery delivery =
            smtp->send(mine.through, mine.letter.to, message_of(mine.letter), [this] { return stopping.load(); });
        (void)db.transact([&](db::Tx& tx) -> Result<void> {
            settle(tx, mine, delivery);
            return {};
        });
        return true;
    }

    void work_until_stopped(const std::function<void()>& ask_what_is_due, const std::function<void()>& send) {
        using Steady = std::chrono::steady_clock;
        auto next_due = Steady::now();
        while (!stopping) {
            try {
                if (Steady::now() >= next_due) {
                    next_due = Steady::now() + options.due_every;
                    ask_what_is_due();
                }
                send();
            } catch (const std::exception& broken) {
                log(broken.what());
            }
            std::unique_lock held{mutex};
            woken.wait_for(held, options.look, [this] { return awake || stopping; });
            awake = false;
        }
    }
};

Sender::Sender(db::Db& db, SenderOptions options) : inside_(std::make_unique<Inside>(db, std::move(options))) {}

Sender::~Sender() {
    stop();
}

void Sender::kind(NoticeKind kind, Truth truth) {
    inside_->truths.insert_or_assign(kind, std::move(truth));
}

void Sender::when_due(std::function<void(db::Db&)> due) {
    inside_->dues.push_back(std::move(due));
}

void Sender::start() {
    inside_->thread = std::thread{
        [this] { inside_->work_until_stopped([this] { look_for_due(); }, [this] { (void)send_waiting(); }); }};
}

void Sender::stop() {
    {
        const std::scoped_lock held{inside_->mutex};
        inside_->stopping = true;
    }
    inside_->woken.notify_all();
    if (inside_->thread.joinable()) inside_->thread.join();
}

void Sender::wake() {
    {
        const std::scoped_lock held{inside_->mutex};
        inside_->awake = true;
    }
    inside_->woken.notify_all();
}

bool Sender::has_password() const {
    return !inside_->options.secrets.password.empty();
}

std::int64_t Sender::send_waiting() {
    std::unique_ptr<Smtp> smtp; // one connection for all of them
    std::int64_t taken = 0;
    while (!inside_->stopping && inside_->send_one(smtp)) ++taken;
    return taken;
}

void Sender::look_for_due() {
    for (const auto& due : inside_->dues) due(inside_->db);
    (void)inside_->db.transact([](db::Tx& tx) -> Result<void> {
        tidy(tx);
        return {};
    });
}

void add_kinds(jobs::Runner& runner, const SmtpSecrets& secrets) {
    runner.kind(
        "mail.test", [secrets](db::Db& db, const jobs::Task& task, jobs::Progress& progress) -> Result<jobs::Outcome> {
            struct Asked {
                MailSettings settings{};
                access::Account account{};
                std::string organisation{};
            };
            const Asked asked = TRY(db.read([&](db::Tx& tx) -> Result<Asked> {
                return Asked{mail_settings(tx), TRY(access::account(tx, task.account)),
                             settings::current(tx).organisation};
            }));
            if (!asked.settings.configured()) return refuse(Kind::conflict, "mail.not_set_up");
            const auto say = [&](const char* code) { return texts::say(asked.account.language, code); };
            Letter letter{.message_id = new_message_id(asked.settings),
                          .date = db.clock().now(),
                          .language = asked.account.language,
                          .organisation = asked.organisation,
                          .sender = asked.settings.sender,
                          .name = asked.account.name,
                          .to = asked.account.email,
                          .house = asked.settings.address,
                          .required = true,
                          .lines = {{{say("mail.test_title"), say("mail.test_text")}, "/admin/mail"}}};
            Smtp smtp{secrets};
            const Delivery delivery =
                smtp.send(asked.settings, letter.to, message_of(letter), [&] { return !progress.tell(0.5).ok(); });
            if (delivery.end == Delivery::End::sent) return jobs::Outcome{{"sent", 1}};
            TRY(progress.tell(0.9)); // stopped or called off
            if (delivery.answer.empty()) return refuse(Kind::unavailable, delivery.problem);
            return Error{
                Kind::unavailable,
                "mail.test_failed",
                {},
                {{"problem", texts::say(asked.account.language, delivery.problem)}, {"answer", delivery.answer}}};
        });
}

} // namespace kunna::notices
