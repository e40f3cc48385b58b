// A page that comes when it is asked for. One that has already come is shown at once: React would otherwise show a skeleton
// for at least 300 ms.
import { lazy, useState, type ComponentType } from 'react';

export interface Page {
  (): React.JSX.Element;
  fetch: () => Promise<unknown>;
}

export function page(load: () => Promise<ComponentType>): Page {
  let come: ComponentType | undefined;
  let coming: Promise<ComponentType> | undefined;
  const fetch = () =>
    (coming ??= load().then(
      (loaded) => (come = loaded),
      (error: unknown) => {
        coming = undefined;
        throw error;
      },
    ));
  const Later = lazy(() => fetch().then((loaded) => ({ default: loaded })));
  const Shown = () => {
    // Decided once, or the page would begin anew when it has come.
    const [Chosen] = useState<ComponentType>(() => come ?? Later);
    return <Chosen />;
  };
  return Object.assign(Shown, { fetch });
}
