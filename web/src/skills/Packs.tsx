// Starter packs: what each contains, and one press to add it.
import { Button } from '@mantine/core';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Answered, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useInstallPack, usePacks } from './api';
import { skills } from './texts';

export function Packs({ onAdded }: { onAdded?: () => void }) {
  const t = useTexts(skills);
  const label = useLabel();
  const asked = usePacks();
  const install = useInstallPack();
  return (
    <div className="k-stack-s">
      <p className="k-mut">{t.packsHelp}</p>
      <Refused error={install.error} />
      <Answered asked={asked}>
        {(packs) => (
          <ul className="k-stack-s">
            {packs.map((pack) => (
              <li key={pack.key} className="k-card" style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
                <div className="k-grow">
                  <h3>{label(pack.name)}</h3>
                  <p className="k-s k-mut">{label(pack.description)}</p>
                  <p className="k-xs k-faint">{t.packHas(pack.skills, pack.roles)}</p>
                </div>
                {pack.installed ? (
                  <span className="k-tag" data-tone="good"><Icon name="check" size={13} /> {t.installed}</span>
                ) : (
                  <Button
                    variant="default"
                    aria-label={`${t.install}: ${label(pack.name)}`}
                    loading={install.isPending && install.variables === pack.key}
                    onClick={() => install.mutate(pack.key, { onSuccess: (made) => {
                      onAdded?.();
                      say(t.packAdded(made.skills, made.roles), { tone: 'good' });
                    } })}
                  >
                    {t.install}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </div>
  );
}
