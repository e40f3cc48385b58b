// SMTP.
#include "notices/smtp.hpp"

#include "base/text.hpp"

#include <curl/curl.h>
#include <stdexcept>

namespace kunna::notices {

namespace {

constexpr std::size_t longest_answer = 500;

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void append(List& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc{};
    (void)list.release();
    list.reset(longer);
}

// What is heard of the conversation up to its farewell: the last command's verb and the last answer. Never what we say
// beyond the verb.
struct Heard {
    std::string verb{};
    std::string answer{};
    bool over = false;
};

int hear(CURL* /*curl*/, curl_infotype type, char* data, std::size_t size, void* into) {
    auto& heard = *static_cast<Heard*>(into);
    const std::string_view line{data, size};
    heard.over = heard.over || (type == CURLINFO_HEADER_OUT && line == "QUIT\r\n");
    if (heard.over) return 0;
    if (type == CURLINFO_HEADER_OUT) {
        heard.verb = std::string{line.substr(0, 4)};
        heard.answer.clear();
    } else if (type == CURLINFO_HEADER_IN) {
        heard.answer = std::string{text::cut(text::trim(line), longest_answer)};
    }
    return 0;
}

int ask_whether_to_stop(void* stopping, curl_off_t /*dl*/, curl_off_t /*dlnow*/, curl_off_t /*ul*/,
                        curl_off_t /*now*/) {
    return (*static_cast<const std::function<bool()>*>(stopping))() ? 1 : 0;
}

std::size_t ignore(char* /*data*/, std::size_t size, std::size_t count, void* /*into*/) {
    return size * count;
}

const char* problem_of(CURLcode code) {
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return "mail.unknown_host";
    case CURLE_COULDNT_CONNECT:
        return "mail.unreachable";
    case CURLE_OPERATION_TIMEDOUT:
        return "mail.timeout";
    case CURLE_LOGIN_DENIED:
        return "mail.login_refused";
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return "mail.tls_failed";
    default:
        return "mail.broken_off";
    }
}

Delivery delivery_of(CURLcode code, const Heard& heard, const char* words) {
    using End = Delivery::End;
    if (code == CURLE_OK) return {End::sent, {}, heard.answer};
    if (code == CURLE_ABORTED_BY_CALLBACK) return {End::stopped, {}, {}};
    const std::string answer = heard.answer.empty() ? words : heard.answer;
    const char first = heard.answer.empty() ? '\0' : heard.answer[0];
    const bool about_us = code == CURLE_OPERATION_TIMEDOUT || heard.answer.starts_with("421");
    // The server speaks of this letter only after it has taken the sender.
    const bool about_letter = !about_us && (heard.verb == "RCPT" || heard.verb == "DATA");
    if (about_letter && first == '4') return {End::later, "mail.put_off", answer};
    if (about_letter && first == '5') return {End::refused, "mail.refused", answer};
    if (heard.verb == "MAIL" && first == '5') return {End::trouble, "mail.sender_refused", answer};
    return {End::trouble, problem_of(code), answer};
}

} // namespace

struct Smtp::Inside {
    Inside(SmtpSecrets s, Patience p) : secrets(std::move(s)), patience(p) {}

    SmtpSecrets secrets;
    Patience patience;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), curl_easy_cleanup};
};

Smtp::Smtp(SmtpSecrets secrets) : Smtp(std::move(secrets), Patience{}) {}

Smtp::Smtp(SmtpSecrets secrets, Patience patience) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    inside_ = std::make_unique<Inside>(std::move(secrets), patience);
    if (started != CURLE_OK || !inside_->curl) throw std::runtime_error{"libcurl cannot start"};
}

Smtp::~Smtp() = default;

Delivery Smtp::send(const WantedMail& through, const std::string& to, const Message& message,
                    const std::function<bool()>& stopping) {
    using std::chrono::milliseconds;
    if (!mailable(to)) return {Delivery::End::refused, "mail.unusable_address", {}};
    if (!through.user.empty() && inside_->secrets.password.empty())
        return {Delivery::End::trouble, "mail.password_missing", {}};
    CURL* curl = inside_->curl.get();
    curl_easy_reset(curl);
    const auto set = [curl](CURLoption option, auto value) {
        if (curl_easy_setopt(curl, option, value) != CURLE_OK) throw std::runtime_error{"libcurl lacks an option"};
    };
    const std::string url = fmt::format("{}://{}:{}/kunna", through.security == Security::tls ? "smtps" : "smtp",
                                        through.server, through.port);
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // a name that is still looked up does not hold the server's end
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(milliseconds{inside_->patience.connect}.count()));
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(inside_->patience.answer.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(milliseconds{inside_->patience.whole}.count()));
    if (through.security == Security::starttls) set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!inside_->secrets.ca_file.empty()) set(CURLOPT_CAINFO, inside_->secrets.ca_file.c_str());
    if (!through.user.empty() && through.security != Security::none) {
        set(CURLOPT_USERNAME, through.user.c_str());
        set(CURLOPT_PASSWORD, inside_->secrets.password.c_str());
    }
    const std::string from = "<" + through.sender + ">";
    set(CURLOPT_MAIL_FROM, from.c_str());
    List recipients;
    append(recipients, "<" + to + ">");
    set(CURLOPT_MAIL_RCPT, recipients.get());

    List headers;
    for (const std::string& header : message.headers) append(headers, header);
    append(headers, "Content-Type: multipart/alternative");
    set(CURLOPT_HTTPHEADER, headers.get());
    const std::unique_ptr<curl_mime, decltype(&curl_mime_free)> mime{curl_mime_init(curl), curl_mime_free};
    for (const auto& [body, type] : {std::pair{&message.plain, "text/plain; charset=utf-8"},
                                     std::pair{&message.html, "text/html; charset=utf-8"}}) {
        curl_mimepart* part = curl_mime_addpart(mime.get());
        curl_mime_data(part, body->data(), body->size());
        curl_mime_type(part, type);
        curl_mime_encoder(part, "quoted-printable");
    }
    set(CURLOPT_MIMEPOST, mime.get());

    Heard heard;
    std::array<char, CURL_ERROR_SIZE> words{};
    set(CURLOPT_VERBOSE, 1L); // to `hear` only
    set(CURLOPT_DEBUGFUNCTION, hear);
    set(CURLOPT_DEBUGDATA, &heard);
    set(CURLOPT_WRITEFUNCTION, ignore);
    set(CURLOPT_HEADERFUNCTION, ignore);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, ask_whether_to_stop);
    set(CURLOPT_XFERINFODATA, &stopping);
    set(CURLOPT_ERRORBUFFER, words.data());
    const CURLcode code = curl_easy_perform(curl);
    Delivery delivery = delivery_of(code, heard, *words.data() != '\0' ? words.data() : curl_easy_strerror(code));
    curl_easy_reset(curl); // it points at what ends here
    return delivery;
}

} // namespace kunna::notices
