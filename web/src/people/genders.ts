// What may be stated of somebody's gender, in words.
import type { Gender } from '../api/types';
import { texts } from '../ui/i18n';

export const genders = texts({
  sv: { unstated: 'Inte angivet', woman: 'Kvinna', man: 'Man', other: 'Annat' },
  en: { unstated: 'Not stated', woman: 'Woman', man: 'Man', other: 'Other' },
});
export const allGenders: Gender[] = ['unstated', 'woman', 'man', 'other'];
