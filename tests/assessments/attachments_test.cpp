// What a statement rests on: who may attach, see and take away, and what is refused.
#include "access/visibility.hpp"
#include "assessments/assessments.hpp"
#include "assessments/attachments.hpp"
#include "skills/catalogue.hpp"
#include "support/small_company.hpp"

namespace kunna::assessments {
namespace {

class Attachments : public test::SmallCompany {
protected:
    SkillId welding{};
    AssessmentId said{}; // Anna of Bo

    void SetUp() override {
        skills::SkillInput wanted;
        wanted.name.sv = "Svetsning";
        welding = act([&](db::Tx& tx) { return skills::add_skill(tx, hr(), wanted); })->id;
        said = act([&](db::Tx& tx) {
                   return record(tx, manager(anna), {bo, welding, 3, Source::certificate, {}, {}, {}, {}});
               })->id;
    }
    Result<Attachment> link(const access::Actor& actor, const std::string& to = "https://example.org/intyg/1") {
        return act([&](db::Tx& tx) { return attach_link(tx, actor, said, to, ""); });
    }
    Result<Attachment> file(const access::Actor& actor, const std::string& name = "intyg.pdf",
                            const std::string& bytes = std::string{"%PDF\0\xFF", 6}) {
        return act([&](db::Tx& tx) { return attach_file(tx, actor, said, name, bytes); });
    }
    Result<AttachedFile> open(const access::Actor& actor, AttachmentId id) {
        return look([&](db::Tx& tx) { return attached_file(tx, actor, id); });
    }
    std::vector<Attachment> listed() {
        return look([&](db::Tx& tx) {
                   return history(tx, access::visible_people(tx, manager(anna), access::Sight::levels), bo);
               })
            .front()
            .attachments;
    }
};

TEST_P(Attachments, ThePersonAndWhoeverRecordedItAttachAndBothSeeIt) {
    ASSERT_TRUE(link(employee(bo)).ok());
    EXPECT_EQ(last_entry(), "assessment.attached 2 link");
    const auto made = file(manager(anna));
    ASSERT_TRUE(made.ok());
    const auto all = listed();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].link, "https://example.org/intyg/1");
    EXPECT_EQ(all[0].by, "Bo Berg");
    EXPECT_EQ(all[1].name, "intyg.pdf");
    EXPECT_EQ(all[1].size, 6);
    const auto opened = open(employee(bo), made->id);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened->bytes, (std::string{"%PDF\0\xFF", 6})) << "byte for byte";
    EXPECT_EQ(opened->content_type, "application/pdf");
}

TEST_P(Attachments, NobodyElseAttachesAndWhoMayNotSeeTheStatementIsToldNothing) {
    const auto made = file(employee(bo));
    EXPECT_EQ(code(link(employee(cia))), "assessment.not_found");
    EXPECT_EQ(code(link(hr())), "access.reason_needed");
    EXPECT_EQ(code(link(hr("Kontroll av intyg"))), "attachment.not_yours");
    EXPECT_EQ(code(open(employee(cia), made->id)), "attachment.not_found");
    EXPECT_EQ(code(open(manager(erik), made->id)), "attachment.not_found");
    EXPECT_EQ(code(open(employee(cia), AttachmentId{999})), "attachment.not_found");
    EXPECT_EQ(code(open(hr(), made->id)), "access.reason_needed");
    EXPECT_TRUE(open(hr("Kontroll av intyg"), made->id).ok());
}

TEST_P(Attachments, OnlyWhoAttachedItTakesItAwayAndItsBytesGoToo) {
    const auto made = file(employee(bo));
    const auto take = [&](const access::Actor& actor) {
        return act([&](db::Tx& tx) { return detach(tx, actor, made->id); });
    };
    EXPECT_EQ(code(take(manager(anna))), "attachment.not_found");
    ASSERT_TRUE(take(employee(bo)).ok());
    EXPECT_EQ(last_entry(), "assessment.detached 2 file");
    EXPECT_TRUE(listed().empty());
    EXPECT_EQ(code(open(employee(bo), made->id)), "attachment.not_found");
    EXPECT_EQ(code(take(employee(bo))), "attachment.not_found");
}

TEST_P(Attachments, AnAddressThatIsNoneOrRunsSomethingIsRefused) {
    for (const char* wrong : {"", "intyg", "javascript:alert(1)", "ftp://example.org", "https://", "https:///x",
                              "https://example.org/a b", "http://user:pass@example.org", "data:text/html,x"})
        EXPECT_EQ(code(link(employee(bo), wrong)), "/link attachment.link_wrong") << wrong;
    EXPECT_EQ(code(link(employee(bo), "https://example.org/" + std::string(2000, 'x'))), "/link attachment.link_wrong");
    EXPECT_TRUE(link(employee(bo), "  http://intranät.example/å?x=1#y ").ok());
}

TEST_P(Attachments, AFileIsNamedHasBytesAndIsNeverServedAsAPage) {
    EXPECT_EQ(code(file(employee(bo), " ")), "attachment.file_unnamed");
    EXPECT_EQ(code(file(employee(bo), "tom.pdf", "")), "attachment.file_empty");
    EXPECT_EQ(open(employee(bo), file(employee(bo), "sida.html", "<script>")->id)->content_type,
              "application/octet-stream");
    EXPECT_EQ(open(employee(bo), file(employee(bo), "INTYG.PDF")->id)->content_type, "application/pdf");
}

TEST_P(Attachments, TwentyAreEnoughAndNoneIsAddedToWhatHasEnded) {
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(link(employee(bo)).ok());
    EXPECT_EQ(code(link(employee(bo))), "attachment.too_many");
    ASSERT_TRUE(act([&](db::Tx& tx) { return withdraw(tx, manager(anna), said, "Fel person"); }).ok());
    EXPECT_EQ(code(link(employee(bo))), "assessment.ended");
    EXPECT_EQ(listed().size(), 20U) << "what was there stays with the history";
}

INSTANTIATE_ON_BOTH(Attachments);

} // namespace
} // namespace kunna::assessments
