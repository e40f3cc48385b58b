#include "skills/catalogue.hpp"
#include "skills/onet.hpp"
#include "skills/roles.hpp"
#include "support/small_company.hpp"

#include <filesystem>
#include <fstream>
#include <map>

namespace kunna::skills {
namespace {

// A cut of each file, in the official layout.
class OnetFolder {
public:
    OnetFolder() {
        write("Occupation Data.txt", "O*NET-SOC Code\tTitle\tDescription\r\n"
                                     "51-4121.00\tWelders\tJoin metal.\r\n"
                                     "99-0000.00\tNobody\tNothing is known.\r\n");
        write("Skills.txt", header + row("2.B.3.m", "Quality Control", "IM", "3.5", "N", "") +
                                row("2.B.3.m", "Quality Control", "LV", "3.5", "N", "N") +
                                row("2.A.1.a", "Reading", "IM", "4.25", "N", "") +
                                row("2.A.1.a", "Reading", "LV", "6.5", "N", "N") +
                                row("2.B.1.a", "Perception", "IM", "2.49", "N", "") +
                                row("2.B.1.a", "Perception", "LV", "5", "N", "N"));
        write("Knowledge.txt", header + row("2.C.1.a", "Administration", "IM", "2.5", "N", "") +
                                   row("2.C.1.a", "Administration", "LV", "0.69", "N", "N") +
                                   row("2.C.3.b", "Engineering", "IM", "4", "N", "") +
                                   row("2.C.3.b", "Engineering", "LV", "4.62", "Y", "N") +
                                   row("2.C.3.c", "Design", "IM", "4", "N", "") +
                                   row("2.C.3.c", "Design", "LV", "4.62", "N", "Y"));
    }
    [[nodiscard]] std::filesystem::path path() const { return folder_.path(); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream{path() / name, std::ios::binary} << text;
    }
    static std::string row(const std::string& id, const std::string& name, const std::string& scale,
                           const std::string& value, const std::string& suppress, const std::string& not_relevant) {
        return "51-4121.00\t" + id + "\t" + name + "\t" + scale + "\t" + value + "\t8\t0.1\t1\t2\t" + suppress + "\t" +
               not_relevant + "\t08/2023\tAnalyst\r\n";
    }
    static inline const std::string header =
        "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI "
        "Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\r\n";

private:
    test::TempFolder folder_;
};

std::string refusal(const OnetFolder& folder, std::vector<std::string> codes = {}) {
    const auto read = read_onet(folder.path(), codes);
    if (read.ok()) return "";
    std::string said = read.error().code;
    for (const auto& [name, value] : read.error().values) said += " " + name + "=" + value;
    return said;
}

TEST(Onet, LevelsAreRescaledWithHalvesUp) {
    EXPECT_EQ(onet_level(0), 0);
    EXPECT_EQ(onet_level(69), 0);
    EXPECT_EQ(onet_level(70), 1);  // 0.5 exactly
    EXPECT_EQ(onet_level(210), 2); // 1.5 exactly
    EXPECT_EQ(onet_level(462), 3);
    EXPECT_EQ(onet_level(700), 5);
}

TEST(Onet, ImportanceHasThreeStepsAndAFloor) {
    EXPECT_EQ(onet_importance(249), 0);
    EXPECT_EQ(onet_importance(250), 1);
    EXPECT_EQ(onet_importance(349), 1);
    EXPECT_EQ(onet_importance(350), 2);
    EXPECT_EQ(onet_importance(424), 2);
    EXPECT_EQ(onet_importance(425), 3);
}

TEST(Onet, AnOccupationBecomesARoleWithWhatIsRelevantAndNotSuppressed) {
    const OnetFolder folder;
    auto file = read_onet(folder.path(), {});
    ASSERT_TRUE(file.ok());
    std::map<std::string, std::pair<int, int>> required;
    for (const RoleRecord& r : file->requirements) required[r.skill] = {r.level, r.importance};
    EXPECT_EQ(required,
              (std::map<std::string, std::pair<int, int>>{{"onet_2_b_3_m", {3, 2}}, {"onet_2_a_1_a", {5, 3}}}));
    ASSERT_EQ(file->roles.size(), 1U);
    EXPECT_EQ(file->roles[0].role_key, "onet_51_4121_00");
    EXPECT_EQ(file->skills[0].source, onet_attribution());
    EXPECT_NE(file->requirements[0].note.find("5/7"), std::string::npos);
}

TEST(Onet, AFileOfAnotherLayoutIsRefusedWithTheColumnsItLacks) {
    const OnetFolder folder;
    folder.write("Skills.txt", "O*NET-SOC Code,Element ID\n51-4121.00,2.A.1.a\n");
    EXPECT_EQ(refusal(folder), "onet.missing_columns file=Skills.txt columns=O*NET-SOC Code, Element ID, Element Name, "
                               "Scale ID, Data Value, Recommend Suppress, Not Relevant");
    folder.write("Skills.txt", "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tNot Relevant\n");
    EXPECT_EQ(refusal(folder), "onet.missing_columns file=Skills.txt columns=Recommend Suppress");
    folder.write("Skills.txt", "");
    EXPECT_TRUE(refusal(folder).starts_with("onet.missing_columns"));
    std::filesystem::remove(folder.path() / "Skills.txt");
    EXPECT_EQ(refusal(folder), "onet.file_missing file=Skills.txt");
}

TEST(Onet, AnUnknownOccupationAndABrokenValueAreNamed) {
    const OnetFolder folder;
    EXPECT_EQ(refusal(folder, {"51-4121.99"}), "onet.unknown_occupation occupation=51-4121.99");
    folder.write("Knowledge.txt",
                 OnetFolder::header + OnetFolder::row("2.C.1.a", "Administration", "LV", "7.5", "N", "N"));
    EXPECT_EQ(refusal(folder), "onet.bad_value file=Knowledge.txt row=2 value=7.5");
}

// The real files, which stand beside the project where it is built; elsewhere there is nothing to read.
class RealOnet : public test::SmallCompany {
protected:
    const std::filesystem::path folder = std::filesystem::path{KUNNA_SOURCE_DIR} / "../shared/data/onet";
};

TEST_P(RealOnet, EveryOccupationIsReadThirtyAreImportedAndAgainChangesNothing) {
    if (!std::filesystem::exists(folder / "Skills.txt"))
        GTEST_SKIP() << "no O*NET files at " << folder << "; the cut files above are tested all the same";
    auto all = read_onet(folder, {});
    ASSERT_TRUE(all.ok());
    EXPECT_GT(all->roles.size(), 800U);
    EXPECT_EQ(all->skills.size(), 68U); // 35 skills and 33 kinds of knowledge
    EXPECT_EQ(onet_occupations(folder)->size(), 1016U);

    std::vector<std::string> thirty;
    for (std::size_t i = 0; i < 30; ++i) {
        std::string code = all->roles[i * 25].role_key.substr(5); // onet_11_1011_00
        code[2] = '-';
        code[7] = '.';
        thirty.push_back(code);
    }
    const auto import = [&]() {
        return act([&](db::Tx& tx) -> Result<RoleChange> {
            RoleFile file = TRY(read_onet(folder, thirty));
            RoleChange change = plan_roles(tx, file, {});
            TRY(apply_roles(tx, hr(), change));
            return change;
        });
    };
    auto first = import();
    ASSERT_TRUE(first.ok()) << code(first);
    EXPECT_EQ(first->added, 30);
    for (const RoleRow& role : look([&](db::Tx& tx) { return roles(tx, hr(), tx.today()); })) {
        EXPECT_GE(role.requirements, 5) << role.key;
        auto full = look([&](db::Tx& tx) { return find_role(tx, hr(), role.id, tx.today()); });
        EXPECT_EQ(full->source, onet_attribution());
        EXPECT_FALSE(full->description.en.empty());
    }
    const auto catalogue_now = look([](db::Tx& tx) { return catalogue(tx); });
    EXPECT_EQ(catalogue_now.groups[0].name.en, "O*NET");
    auto second = import();
    EXPECT_TRUE(second->nothing());
    EXPECT_EQ(second->unchanged, 30);
}

INSTANTIATE_ON_BOTH(RealOnet);

} // namespace
} // namespace kunna::skills
