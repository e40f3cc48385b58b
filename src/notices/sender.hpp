// Sender: the thread that sends what waits, and asks domains what falls due. One on each server; the outbox sees to it
// that each letter is one server's at a time. It holds no transaction while it talks to the mail server.
#pragma once

#include "jobs/runner.hpp"
#include "notices/outbox.hpp"

namespace kunna::notices {

struct SenderOptions {
    SmtpSecrets secrets{};
    Smtp::Patience patience{};
    std::chrono::milliseconds look = std::chrono::seconds{5};       // for what waits
    std::chrono::milliseconds due_every = std::chrono::minutes{10}; // between questions about what falls due
    std::function<void(std::string_view what)> log = {};            // breakdowns; never personal data
};

class Sender {
public:
    explicit Sender(db::Db& db, SenderOptions options = {});
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;
    ~Sender(); // stops

    // Before start(). `due` is asked now and then, on every server: whatever it does is done once.
    void kind(NoticeKind kind, Truth truth);
    void when_due(std::function<void(db::Db&)> due);
    void start();
    // A letter on its way is broken off and waits again; returns when the thread has ended.
    void stop();
    // Something changed on this server: do not wait for the next look.
    void wake();
    [[nodiscard]] bool has_password() const;

    // Sends all that can be sent now; returns how many letters were taken up. start() does this again and again.
    std::int64_t send_waiting();
    void look_for_due();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The work behind "mail.test": a letter to the one who asks, now, with what the server says of it. Refuses with the
// problem and the server's answer.
void add_kinds(jobs::Runner& runner, const SmtpSecrets& secrets);

} // namespace kunna::notices
