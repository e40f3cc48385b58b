// From a handler's signature to a Route: which arguments it takes, and how its answer becomes a Reply.
#pragma once

#include "base/json_read.hpp"
#include "http/answers.hpp"
#include "http/route.hpp"

namespace kunna::http {

// Path placeholders and query parameters into the members of the same name.
Result<void> read_parameters(const Call& call, const std::vector<std::string>& placeholders, const Shape& shape,
                             const std::vector<json::Field>& fields, void* into);
Result<IfMatch> read_if_match(const Call& call);

Reply json_reply(int status, std::string body);
Reply cached_reply(std::shared_ptr<const Cached> cached);
Reply file_reply(File file);
Reply event_reply(EventStream events);
void set_version(Reply& reply, std::int64_t version);
void set_location(Reply& reply, const std::string& location);
void set_next(Reply& reply, const Call& call, const std::optional<std::string>& cursor);

namespace detail {

template <class F>
struct Signature : Signature<decltype(&F::operator())> {};
template <class R, class... Args>
struct Signature<R (*)(Args...)> {
    using Answer = R;
    using Arguments = boost::mp11::mp_list<Args...>;
};
template <class R, class C, class... Args>
struct Signature<R (C::*)(Args...) const> : Signature<R (*)(Args...)> {};
template <class R, class C, class... Args>
struct Signature<R (C::*)(Args...)> : Signature<R (*)(Args...)> {};

template <class A>
using Bare = std::remove_cvref_t<A>;

template <class A>
inline constexpr bool is_service =
    std::is_same_v<Bare<A>, db::Db> || std::is_same_v<Bare<A>, access::Actor> || std::is_same_v<Bare<A>, Call> ||
    std::is_same_v<Bare<A>, IfMatch> || std::is_same_v<Bare<A>, Upload>;
template <class A>
struct IsInput : std::bool_constant<!is_service<A>> {};
template <class Arguments>
using Inputs = boost::mp11::mp_transform<Bare, boost::mp11::mp_copy_if<Arguments, IsInput>>;
template <class Arguments, class T>
inline constexpr bool takes = boost::mp11::mp_contains<boost::mp11::mp_transform<Bare, Arguments>, T>::value;

template <class T>
struct Outcome {
    using Value = T;
    static constexpr int status = 200;
    static constexpr Route::Answer kind = Route::Answer::json;
};
template <>
struct Outcome<void> {
    using Value = void;
    static constexpr int status = 204;
    static constexpr Route::Answer kind = Route::Answer::nothing;
};
template <class T>
struct Outcome<Created<T>> : Outcome<T> {
    static constexpr int status = 201;
};
template <class T>
struct Outcome<Accepted<T>> : Outcome<T> {
    static constexpr int status = 202;
};
template <class T>
struct Outcome<CachedBody<T>> : Outcome<T> {};
template <>
struct Outcome<File> : Outcome<void> {
    static constexpr int status = 200;
    static constexpr Route::Answer kind = Route::Answer::file;
};
template <>
struct Outcome<EventStream> : Outcome<void> {
    static constexpr int status = 200;
    static constexpr Route::Answer kind = Route::Answer::events;
};

template <class T>
concept Versioned = requires(const T& t) {
    requires std::is_integral_v<std::remove_cvref_t<decltype(t.version)>>;
};

template <class T>
struct IsCreated : std::false_type {};
template <class T>
struct IsCreated<Created<T>> : std::true_type {};
template <class T>
struct IsCreated<Accepted<T>> : std::true_type {};
template <class T>
struct IsCached : std::false_type {};
template <class T>
struct IsCached<CachedBody<T>> : std::true_type {};

template <class T>
Reply render_value(Call& call, int status, const T& value) {
    Reply reply = json_reply(status, json::to_text(value));
    if constexpr (Versioned<T>) set_version(reply, value.version);
    if constexpr (IsPage<T>::value) set_next(reply, call, value.next);
    (void)call;
    return reply;
}

// A copy only where the answer is moved from: files and streams are never rendered twice.
template <class Out>
Reply render(Call& call, Out& out) {
    if constexpr (std::is_same_v<Out, File>) {
        return file_reply(std::move(out));
    } else if constexpr (std::is_same_v<Out, EventStream>) {
        return event_reply(std::move(out));
    } else if constexpr (IsCached<Out>::value) {
        return cached_reply(out.cached);
    } else if constexpr (IsCreated<Out>::value) {
        Reply reply = render_value(call, Outcome<Out>::status, out.value);
        set_location(reply, out.location);
        return reply;
    } else {
        return render_value(call, 200, out);
    }
}

template <class Out>
Reply render_again(Call& call, const void* value) {
    Out copy = *static_cast<const Out*>(value);
    return render(call, copy);
}

template <class F, class Arguments>
struct Runner;

template <class F, class... Args>
struct Runner<F, boost::mp11::mp_list<Args...>> {
    using Arguments = boost::mp11::mp_list<Args...>;
    using In = Inputs<Arguments>;
    using Inputs_ = boost::mp11::mp_rename<In, std::tuple>;
    using Out = typename Signature<F>::Answer::value_type;

    // How many inputs stand before argument I.
    template <std::size_t I>
    static constexpr std::size_t input_index =
        boost::mp11::mp_size<Inputs<boost::mp11::mp_take_c<Arguments, I>>>::value;

    template <class A, std::size_t I>
    static decltype(auto) argument(Call& call, IfMatch& if_match, Inputs_& inputs) {
        using B = Bare<A>;
        if constexpr (std::is_same_v<B, db::Db>) {
            return static_cast<db::Db&>(*call.db);
        } else if constexpr (std::is_same_v<B, access::Actor>) {
            return static_cast<const access::Actor&>(call.actor);
        } else if constexpr (std::is_same_v<B, Call>) {
            return static_cast<Call&>(call);
        } else if constexpr (std::is_same_v<B, IfMatch>) {
            return static_cast<IfMatch&>(if_match);
        } else if constexpr (std::is_same_v<B, Upload>) {
            return static_cast<Upload&&>(*call.upload);
        } else {
            return static_cast<B&&>(std::get<input_index<I>>(inputs));
        }
    }

    // Parameters from the path and query, or the body; the last input is the body when the route has one.
    template <std::size_t At>
    static Result<void> read_input(Call& call, const Route& route, Inputs_& inputs) {
        auto& into = std::get<At>(inputs);
        if (route.body != nullptr && At + 1 == std::tuple_size_v<Inputs_>) {
            json::Problems problems;
            json::read(*call.body, into, json::Place{}, problems);
            if (!problems.none()) return std::move(problems).error();
            return {};
        }
        using B = std::remove_reference_t<decltype(into)>;
        if constexpr (json::is_struct<B>) {
            return read_parameters(call, route.placeholders, *route.parameters, json::detail::fields_of<B>(), &into);
        } else {
            return {}; // Router::check refuses such a route
        }
    }

    template <std::size_t... At>
    static Result<void> read_inputs(Call& call, const Route& route, Inputs_& inputs, std::index_sequence<At...>) {
        Result<void> read;
        ((read.ok() ? void(read = read_input<At>(call, route, inputs)) : void()), ...);
        return read;
    }

    template <std::size_t... I>
    static auto call_with(const F& f, Call& call, IfMatch& if_match, Inputs_& inputs, std::index_sequence<I...>) {
        return f(argument<Args, I>(call, if_match, inputs)...);
    }

    static Result<Reply> run(const F& f, const Route& route, Call& call) {
        IfMatch if_match;
        if (route.if_match) if_match = TRY(read_if_match(call));
        Inputs_ inputs;
        TRY(read_inputs(call, route, inputs, std::make_index_sequence<boost::mp11::mp_size<In>::value>{}));
        auto answer = call_with(f, call, if_match, inputs, std::index_sequence_for<Args...>{});
        if (!answer.ok()) return std::move(answer).error();
        if constexpr (std::is_void_v<Out>) {
            Reply reply;
            reply.status = 204;
            return reply;
        } else {
            return render(call, *answer);
        }
    }
};

// Everything about the route that its handler's signature says.
template <class F>
void bind(Route& route, F f) {
    using S = Signature<F>;
    using Arguments = typename S::Arguments;
    using In = Inputs<Arguments>;
    static_assert(IsResult<typename S::Answer>::value, "a handler answers with Result<Out>");
    using Out = typename S::Answer::value_type;
    using Value = typename Outcome<Out>::Value;
    constexpr std::size_t inputs = boost::mp11::mp_size<In>::value;
    static_assert(inputs <= 2, "a handler takes at most one struct of parameters and one body");

    route.kind = Outcome<Out>::kind;
    route.status = Outcome<Out>::status;
    if constexpr (!std::is_void_v<Value>) {
        route.answer = &shape_of<Value>();
        route.versioned = Versioned<Value>;
        route.paged = IsPage<Value>::value;
    }
    if constexpr (!std::is_void_v<Out> && std::is_copy_constructible_v<Out>) {
        if (route.kind == Route::Answer::json) {
            route.answers_with = &typeid(Out);
            route.render = &render_again<Out>;
        }
    }
    route.takes_upload = takes<Arguments, Upload>;
    route.if_match = takes<Arguments, IfMatch>;
    route.needs_db = takes<Arguments, db::Db>;
    const bool has_body =
        (route.method == Method::post || route.method == Method::put || route.method == Method::patch) &&
        !route.takes_upload && (inputs == 2 || (inputs == 1 && route.placeholders.empty()));
    if constexpr (inputs >= 1) {
        const Shape* first = &shape_of<boost::mp11::mp_first<In>>();
        const Shape* last = &shape_of<boost::mp11::mp_back<In>>();
        if (has_body) route.body = last;
        if (!has_body || inputs == 2) route.parameters = first;
    }
    // The route is captured by pointer: routes do not move once the Router has them.
    route.run = [f = std::move(f), &route](Call& call) { return Runner<F, Arguments>::run(f, route, call); };
}

} // namespace detail
} // namespace kunna::http
