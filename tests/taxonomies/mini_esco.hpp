// A small ESCO in the official layout, and releases told in lines.
#pragma once

#include "support/databases.hpp"
#include "taxonomies/esco.hpp"

#include <filesystem>
#include <fstream>
#include <map>

namespace kunna::taxonomies::test {

using Files = std::map<std::string, std::string>; // path below the folder → content

inline const std::string english = "ESCO dataset - v1.2.0 - classification - en - csv/";
inline const std::string swedish = "ESCO dataset - v1.2.0 - classification - sv - csv/";
inline const std::string german = "ESCO dataset - v1.2.0 - classification - de - csv/";

inline std::string skill(const std::string& name) {
    return "http://data.europa.eu/esco/skill/" + name;
}
inline std::string occupation(const std::string& name) {
    return "http://data.europa.eu/esco/occupation/" + name;
}
inline std::string isco(const std::string& code) {
    return "http://data.europa.eu/esco/isco/C" + code;
}

inline const std::string skill_header =
    "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,"
    "definition,inScheme,description\n";
// altLabels go in as they are, quoted.
inline std::string skill_row(const std::string& name, const std::string& label, const std::string& others = "",
                             const std::string& type = "skill/competence", const std::string& status = "released") {
    return "KnowledgeSkillCompetence," + skill(name) + "," + type + ",," + label + ",\"" + others + "\",," + status +
           ",,,,," + "\n";
}

// Two groups of skills, three skills (one of them knowledge), two occupations under one ISCO group.
// Swedish lacks "welding"; German has skills only. The Swedish columns stand in another order.
inline Files mini() {
    return {
        {english + "skills_en.csv",
         skill_header + skill_row("welding", "weld metal", "join metal\nfuse metal\njoin metal") +
             "KnowledgeSkillCompetence," + skill("steel") +
             ",knowledge,cross-sector,types of steel,kinds of steel | STEEL TYPES | types of steel,stel,released,,,,,"
             "\"What steel is.\n\nAnd what it is not.\"\n" +
             skill_row("reading", "read drawings")},
        {swedish + "skills_sv.csv",
         "\xEF\xBB\xBFpreferredLabel,conceptUri,altLabels,skillType,conceptType\r\n"
         "\"st\u00E5lsorter\t\",\u00A0" +
             skill("steel") + ",sl\u00E4ktet\u00A0 st\u00E5l | St\u00E5lsorter,knowledge,KnowledgeSkillCompetence\r\n" +
             "l\u00E4sa ritningar," + skill("reading") + ",,skill/competence,KnowledgeSkillCompetence\r\n"},
        {german + "skills_de.csv", skill_header + skill_row("welding", "Metall schwei\u00DF"
                                                                       "en")},
        {english + "skillGroups_en.csv", "conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,code\n"
                                         "SkillGroup," +
                                             skill("making") + ",making things,,,released,S1\nSkillGroup," +
                                             skill("knowing") + ",knowing things,,,released,K\n"},
        {english + "occupations_en.csv",
         "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description,code\n"
         "Occupation," +
             occupation("welder") + ",7212,welder,,released,Welds.,7212.3\nOccupation," + occupation("diver") +
             ",7212,\"diver, welding\",,released,,7212.3.1\n"},
        {swedish + "occupations_sv.csv", "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,code\n"
                                         "Occupation," +
                                             occupation("welder") + ",7212,svetsare,,released,7212.3\n"},
        {english + "ISCOGroups_en.csv", "conceptType,conceptUri,code,preferredLabel,status\n"
                                        "ISCOGroup," +
                                            isco("7212") + ",7212,Welders and flamecutters,released\n"},
        {english + "broaderRelationsSkillPillar_en.csv",
         "conceptType,conceptUri,broaderType,broaderUri\n"
         "KnowledgeSkillCompetence," +
             skill("welding") + ",SkillGroup," + skill("making") + "\nKnowledgeSkillCompetence," + skill("steel") +
             ",SkillGroup," + skill("knowing") + "\nKnowledgeSkillCompetence," + skill("reading") + ",SkillGroup," +
             skill("making") + "\nKnowledgeSkillCompetence," + skill("reading") + ",SkillGroup," + skill("knowing") +
             "\n"},
        {english + "broaderRelationsOccPillar_en.csv", "conceptType,conceptUri,broaderType,broaderUri\n"
                                                       "Occupation," +
                                                           occupation("welder") + ",ISCOGroup," + isco("7212") +
                                                           "\nOccupation," + occupation("diver") + ",Occupation," +
                                                           occupation("welder") + "\n"},
        {english + "skillsHierarchy_en.csv",
         "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 2 URI,Level 3 URI\n" + skill("making") +
             ",making things,,,\n"},
        {english + "occupationSkillRelations_en.csv",
         "occupationUri,relationType,skillType,skillUri\n" + occupation("welder") + ",essential,skill/competence," +
             skill("welding") + "\n" + occupation("welder") + ",optional,knowledge," + skill("steel") + "\n" +
             occupation("diver") + ",optional,skill/competence," + skill("welding") + "\n"},
        {english + "skillSkillRelations_en.csv",
         "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n" + skill("welding") +
             ",skill/competence,optional,knowledge," + skill("steel") + "\n"},
        {english + "digitalSkillsCollection_en.csv", "anything\nat all\n"},
    };
}

// Only the files of these folders.
inline Files only(const Files& files, const std::string& folder) {
    Files kept;
    for (const auto& [name, text] : files)
        if (name.starts_with(folder)) kept.emplace(name, text);
    return kept;
}

inline void replace(std::string& text, const std::string& what, const std::string& with) {
    const std::size_t at = text.find(what);
    if (at == std::string::npos) throw std::logic_error{"not there: " + what};
    text.replace(at, what.size(), with);
}

class Folder {
public:
    explicit Folder(const Files& files) {
        for (const auto& [name, text] : files) {
            const std::filesystem::path path = folder_.path() / std::filesystem::path{name};
            std::filesystem::create_directories(path.parent_path());
            std::ofstream{path, std::ios::binary} << text;
        }
    }
    [[nodiscard]] std::filesystem::path path() const { return folder_.path(); }

private:
    kunna::test::TempFolder folder_;
};

inline Result<Release> read(const Files& files, const std::string& release = "") {
    const Folder folder{files};
    return read_esco(folder.path(), release);
}

// "code name=value …" of a refusal, then each of its fields; "ok" otherwise.
template <class T>
std::string refusal(const Result<T>& result) {
    if (result.ok()) return "ok";
    std::string said = result.error().code;
    for (const auto& [name, value] : result.error().values) said += " " + name + "=" + value;
    for (const FieldError& field : result.error().fields) said += " [" + field.where + " " + field.code + "]";
    return said;
}

inline const ReleaseConcept& at(const Release& release, const std::string& uri) {
    for (const ReleaseConcept& one : release.concepts)
        if (one.uri == uri) return one;
    throw std::logic_error{"not in the release: " + uri};
}

// "sv:stålsorter(a/b)" for every language.
inline std::string labels(const ReleaseConcept& of) {
    std::string all;
    for (const Label& l : of.labels) {
        std::string others = l.alternatives;
        for (char& c : others)
            if (c == '\n') c = '/';
        all += (all.empty() ? "" : " ") + l.language + ":" + l.preferred + (others.empty() ? "" : "(" + others + ")");
    }
    return all;
}

inline bool related(const Release& release, const std::string& source, RelationKind kind, const std::string& target) {
    for (const ReleaseRelation& r : release.relations)
        if (release.concepts[r.source].uri == source && r.kind == kind && release.concepts[r.target].uri == target)
            return true;
    return false;
}

} // namespace kunna::taxonomies::test
