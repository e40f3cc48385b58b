// What every page stands in: theme, answers, language, address; and whether to show the door or the house.
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserRouter } from 'react-router';
import { speak, whenSignedOut } from '../api/client';
import { queryClient } from '../api/queries';
import { enter, languageOf, useSession } from '../api/session';
import type { Language } from '../api/types';
import { firstLanguage, LanguageProvider, rememberLanguage } from '../ui/i18n';
import { Failure } from '../ui/states';
import { Theme } from '../ui/theme';
import { Toasts } from '../ui/toast';
import { ChosenLanguage } from '../ui/chosenLanguage';
import { Boundary } from './Boundary';
import { DoorRoutes, HouseRoutes } from './routes';
import { Shell } from './Shell';

whenSignedOut(() => enter(null));

function Entrance() {
  const { data: session, error, isPending, refetch } = useSession();
  const [guest, setGuest] = useState<Language>(firstLanguage);
  const language = session ? languageOf(session) : guest;

  useEffect(() => {
    document.documentElement.lang = language;
    speak(language);
    rememberLanguage(language);
  }, [language]);

  return (
    <LanguageProvider language={language}>
      <ChosenLanguage.Provider value={setGuest}>
        {isPending ? null : error && session === undefined ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : session ? (
          <Boundary key={session.account}>
            <Shell>
              <HouseRoutes />
            </Shell>
          </Boundary>
        ) : (
          <DoorRoutes />
        )}
        <Toasts />
      </ChosenLanguage.Provider>
    </LanguageProvider>
  );
}

export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Theme>
      <BrowserRouter>
        <Entrance />
      </BrowserRouter>
    </Theme>
  </QueryClientProvider>
);
