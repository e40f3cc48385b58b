// A small ESCO in the layout of the official download, for journeys that need concepts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './server.mjs';

const skill = (name) => `http://data.europa.eu/esco/skill/${name}`;
const occupation = (name) => `http://data.europa.eu/esco/occupation/${name}`;
const isco = (code) => `http://data.europa.eu/esco/isco/C${code}`;

export const files = {
  en: {
    'skills_en.csv': [
      'conceptType,conceptUri,skillType,preferredLabel,altLabels,status,description',
      `KnowledgeSkillCompetence,${skill('casting')},skill/competence,pour concrete,,released,Pour concrete into a form.`,
      `KnowledgeSkillCompetence,${skill('cleaning')},skill/competence,clean furniture,,released,`,
      `KnowledgeSkillCompetence,${skill('kinds')},knowledge,types of concrete,,released,`,
    ],
    'occupations_en.csv': ['conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,code', `Occupation,${occupation('finisher')},7114,concrete finisher,,released,7114.1`],
    'ISCOGroups_en.csv': ['conceptType,conceptUri,code,preferredLabel,status', `ISCOGroup,${isco(7114)},7114,Concrete placers and related workers,released`],
    'broaderRelationsOccPillar_en.csv': ['conceptType,conceptUri,broaderType,broaderUri', `Occupation,${occupation('finisher')},ISCOGroup,${isco(7114)}`],
    'occupationSkillRelations_en.csv': [
      'occupationUri,relationType,skillType,skillUri',
      `${occupation('finisher')},essential,skill/competence,${skill('casting')}`,
      `${occupation('finisher')},optional,knowledge,${skill('kinds')}`,
    ],
  },
  sv: {
    'skills_sv.csv': [
      'conceptType,conceptUri,preferredLabel,altLabels',
      `KnowledgeSkillCompetence,${skill('casting')},gjuta betong,`,
      `KnowledgeSkillCompetence,${skill('cleaning')},rengöra möbler,möbelrengöring`,
    ],
    'occupations_sv.csv': ['conceptType,conceptUri,iscoGroup,preferredLabel,altLabels', `Occupation,${occupation('finisher')},7114,betongarbetare,`],
  },
};

/** Writes it as the official download unpacks, `changed` files instead of its own, and tells where. */
export function miniEsco(changed = {}, release = 'v1.2.0') {
  const folder = freshFolder('esco');
  for (const [language, own] of Object.entries(files)) {
    const below = join(folder, `ESCO dataset - ${release} - classification - ${language} - csv`);
    mkdirSync(below);
    for (const [name, lines] of Object.entries({ ...own, ...changed[language] })) writeFileSync(join(below, name), `${lines.join('\n')}\n`);
  }
  return folder;
}
