// Memory of a Snapshot: columns aligned for wide registers, and columns in pages that Snapshots share.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <vector>

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
