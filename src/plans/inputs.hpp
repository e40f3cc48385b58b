// Inputs: all that a plan is made of, read at one moment, and the Given that borrows it.
#pragma once

#include "db/db.hpp"
#include "plans/model.hpp"

#include <memory>

namespace kunna::plans {

class Inputs {
public:
    // also: whoever is planned for whether or not they miss anything, beside those whom the frame locks.
    Inputs(db::Db& db, std::shared_ptr<const insights::Workforce> workforce, Frame frame,
           std::unordered_set<engine::PersonIndex> also = {});
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    [[nodiscard]] Given given() const { return {*workforce_, needs_, gaps_, *offers_, frame_, wishes_, movers_}; }
    [[nodiscard]] const insights::Workforce& workforce() const { return *workforce_; }
    [[nodiscard]] const std::vector<AskedNeed>& needs() const { return needs_; }
    [[nodiscard]] const Gaps& gaps() const { return gaps_; }
    [[nodiscard]] const Offers& offers() const { return *offers_; }
    [[nodiscard]] Frame& frame() { return frame_; } // the budget alone may be another afterwards

private:
    std::shared_ptr<const insights::Workforce> workforce_;
    Frame frame_;
    std::vector<goals::PursuedNeed> pursued_;
    std::vector<AskedNeed> needs_;
    std::unique_ptr<Offers> offers_;
    Gaps gaps_;
    WishedSkills wishes_;
    std::vector<Mover> movers_;
};

} // namespace kunna::plans
