// What the start page and the guide ask.
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';

export const useHome = () => useQuery({ queryKey: ['home'], queryFn: () => answer(api.GET('/home')) });
