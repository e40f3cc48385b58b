// Memory of a Snapshot: columns aligned for wide registers, and columns in pages that Snapshots share.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace kunna::engine {

// Starts at a multiple of 64 bytes, the width of the widest register and of a cache line.
template <class T>
struct CacheLineAllocator {
    using value_type = T;

    CacheLineAllocator() = default;
    template <class U>
    CacheLineAllocator(const CacheLineAllocator<U>&) {}
    T* allocate(std::size_t n) { return static_cast<T*>(::operator new (n * sizeof(T), std::align_val_t{64})); }
    void deallocate(T* at, std::size_t) { ::operator delete (at, std::align_val_t{64}); }
    bool operator==(const CacheLineAllocator&) const { return true; }
};

template <class T>
using AlignedColumn = std::vector<T, CacheLineAllocator<T>>;

// The same, but what is not said of its elements stays unset: for large columns that are written once, by many threads.
inline constexpr std::size_t large_page = 2U << 20U;

template <class T>
struct UnsetAllocator : CacheLineAllocator<T> {
    UnsetAllocator() = default;
    template <class U>
    UnsetAllocator(const UnsetAllocator<U>&) {}
    // Asks for large pages: tens of megabytes in pages of 4 KB cost more to get than to fill.
    T* allocate(std::size_t n) {
        if (n * sizeof(T) < 2 * large_page) return CacheLineAllocator<T>::allocate(n);
        auto* at = static_cast<T*>(::operator new (n * sizeof(T), std::align_val_t{large_page}));
#if defined(__linux__)
        madvise(at, n * sizeof(T), MADV_HUGEPAGE);
#endif
        return at;
    }
    void deallocate(T* at, std::size_t n) {
        ::operator delete (at, std::align_val_t{n * sizeof(T) < 2 * large_page ? 64 : large_page});
    }
    template <class U>
    void construct(U* at) {
        ::new (static_cast<void*>(at)) U;
    }
    template <class U, class... From>
    void construct(U* at, From&&... from) {
        ::new (static_cast<void*>(at)) U(std::forward<From>(from)...);
    }
};

template <class T>
using UnsetColumn = std::vector<T, UnsetAllocator<T>>;

// A long column in pages of 256. A copy shares all pages with its original until one of the two writes; a write
// copies one page, and the list of pages once, whatever the length of the column.
template <class T>
class Pages {
public:
    static constexpr std::size_t page_size = 256;

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return (*(*list_)[i / page_size])[i % page_size]; }

    void set(std::size_t i, T value) { writable(i / page_size)[i % page_size] = std::move(value); }
    void push_back(T value) {
        if (size_ % page_size == 0) {
            own_list();
            list_->push_back(std::make_shared<std::vector<T>>());
        }
        writable(size_ / page_size).push_back(std::move(value));
        ++size_;
    }

private:
    using Page = std::shared_ptr<std::vector<T>>;

    void own_list() {
        if (!list_)
            list_ = std::make_shared<std::vector<Page>>();
        else if (list_.use_count() > 1)
            list_ = std::make_shared<std::vector<Page>>(*list_);
    }
    // Sole owners may write in place: nobody else can reach what only we point to.
    std::vector<T>& writable(std::size_t page) {
        own_list();
        Page& at = (*list_)[page];
        if (at.use_count() > 1) at = std::make_shared<std::vector<T>>(*at);
        return *at;
    }

    std::shared_ptr<std::vector<Page>> list_;
    std::size_t size_ = 0;
};

} // namespace kunna::engine
