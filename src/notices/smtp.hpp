// SMTP, by libcurl: one message to one address.
#pragma once

#include "notices/letter.hpp"
#include "notices/mail_settings.hpp"

#include <chrono>
#include <functional>
#include <memory>

namespace kunna::notices {

// What the process brings: never in the database, never told.
struct SmtpSecrets {
    std::string password{};
    std::string ca_file{}; // whom to trust besides the system's own; empty as a rule
};

struct Delivery {
    enum class End : std::uint8_t {
        sent,
        stopped, // by the caller, before it was sent
        later,   // this letter was put off by the server (4xx)
        refused, // this letter was refused for good (5xx)
        trouble, // the server cannot be used: away, hanging, or it refuses us altogether
    };
    End end = End::sent;
    std::string problem{}; // code of a text: "mail.unreachable"
    std::string answer{};  // the server's own words, or what libcurl says of the line
};

// Keeps its connection from one message to the next. One thread at a time.
class Smtp {
public:
    struct Patience {
        std::chrono::seconds connect{10};
        std::chrono::seconds answer{20};
        std::chrono::seconds whole{60};
    };
    explicit Smtp(SmtpSecrets secrets);
    Smtp(SmtpSecrets secrets, Patience patience);
    ~Smtp();
    Smtp(const Smtp&) = delete;
    Smtp& operator=(const Smtp&) = delete;

    // stopping is asked about once a second at least.
    Delivery send(const WantedMail& through, const std::string& to, const Message& message,
                  const std::function<bool()>& stopping);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace kunna::notices
