// What the start page and the guide ask.
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';

export const useGuide = (wanted = true) => useQuery({ queryKey: ['guide'], queryFn: () => answer(api.GET('/guide')), enabled: wanted });

export const useHome = () => useQuery({ queryKey: ['home'], queryFn: () => answer(api.GET('/home')) });
