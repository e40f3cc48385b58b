// Which skill of the own catalogue stands for a concept; if none does, it is taken in here.
import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router';
import { can, useActor } from '../api/session';
import type { Concept } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useStandIns, useTakeIn } from './api';
import { taxonomies } from './texts';

export function StandIns({ concept }: { concept: Concept }) {
  const t = useTexts(taxonomies);
  const label = useLabel();
  const actor = useActor();
  const navigate = useNavigate();
  const asked = useStandIns(concept.id);
  const take = useTakeIn(concept.id);
  return (
    <section className="k-card">
      <h2>{t.inCatalogue}</h2>
      <Answered asked={asked} bones={<Bones rows={1} />}>
        {(skills) =>
          skills.length > 0 ? (
            <ul>{skills.map((one) => <li key={one.skill}><Link to={to.skill(one.skill)}>{label(one.name)}</Link>{one.retired && <> <span className="k-tag">{t.skillRetired}</span></>}</li>)}</ul>
          ) : (
            <>
              <p className="k-s k-mut">{t.notInCatalogue}</p>
              {can(actor, 'edit_catalogue') && !concept.retired && (
                <Button
                  variant="default"
                  size="compact-sm"
                  mt={8}
                  loading={take.isPending}
                  onClick={() =>
                    take.mutate(undefined, {
                      onSuccess: (skill) => {
                        say(t.takenIn(label(skill.name)), { tone: 'good' });
                        void navigate(to.skill(skill.id));
                      },
                    })
                  }
                >
                  {t.takeIn}
                </Button>
              )}
            </>
          )
        }
      </Answered>
      <Refused error={take.error} />
    </section>
  );
}
