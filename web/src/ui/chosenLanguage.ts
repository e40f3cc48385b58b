// How a page that knows no session changes the language.
import { createContext, useContext } from 'react';
import type { Language } from '../api/types';

export const ChosenLanguage = createContext<(language: Language) => void>(() => undefined);
export const useChooseLanguage = () => useContext(ChosenLanguage);
