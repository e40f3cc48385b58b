// The icons, drawn on one 20-unit grid with one stroke. Decorative: the word beside them speaks.
import type { ReactNode } from 'react';

const shapes = {
  search: <><circle cx="9" cy="9" r="5.5" /><path d="m13.2 13.2 3.6 3.6" /></>,
  home: <path d="M3.5 9.2 10 3.8l6.5 5.4v6.6a.9.9 0 0 1-.9.9h-3.4v-4.6H7.8v4.6H4.4a.9.9 0 0 1-.9-.9z" />,
  map: <><rect x="3" y="3" width="6" height="6" rx="1.4" /><rect x="11" y="3" width="6" height="6" rx="1.4" /><rect x="3" y="11" width="6" height="6" rx="1.4" /><path d="M11.5 16.5l5-5M11.5 13.3l1.8-1.8M14.7 16.5l1.8-1.8" /></>,
  team: <><circle cx="7" cy="7" r="2.8" /><path d="M2.2 16c.4-3 2.2-4.6 4.8-4.6s4.4 1.6 4.8 4.6M12.6 4.6a2.6 2.6 0 0 1 0 4.9M14 11.8c2.2.4 3.4 1.8 3.8 4.2" /></>,
  people: <><circle cx="10" cy="6.6" r="3.1" /><path d="M3.8 16.8c.5-3.4 2.8-5.2 6.2-5.2s5.7 1.8 6.2 5.2" /></>,
  roles: <><rect x="3" y="6" width="14" height="10.5" rx="1.8" /><path d="M7.2 6V4.6c0-.6.4-1 1-1h3.6c.6 0 1 .4 1 1V6M3 10.6h14" /></>,
  skills: <><path d="M10 3.2 17 6.8 10 10.4 3 6.8z" /><path d="M3.4 10.4 10 13.8l6.6-3.4M3.4 13.6 10 17l6.6-3.4" /></>,
  book: <path d="M10 5.4C8.6 4 6.6 3.4 3.4 3.4v11.8c3.2 0 5.2.6 6.6 2 1.4-1.4 3.4-2 6.6-2V3.4c-3.2 0-5.2.6-6.6 2zm0 0v11.4" />,
  import: <path d="M10 3v9m-3.4-3.2L10 12.2l3.4-3.4M3.4 13.4v2.2c0 .8.6 1.4 1.4 1.4h10.4c.8 0 1.4-.6 1.4-1.4v-2.2" />,
  export: <path d="M10 12.4v-9M6.6 6.6 10 3.2l3.4 3.4M3.4 13.4v2.2c0 .8.6 1.4 1.4 1.4h10.4c.8 0 1.4-.6 1.4-1.4v-2.2" />,
  settings: <><path d="M3 6h7.4M14.4 6H17M3 14h2.6M9.6 14H17" /><circle cx="12.4" cy="6" r="2" /><circle cx="7.6" cy="14" r="2" /></>,
  me: <><circle cx="10" cy="10" r="7" /><circle cx="10" cy="8.2" r="2.4" /><path d="M5.6 15.2c.9-2 2.4-3 4.4-3s3.5 1 4.4 3" /></>,
  file: <path d="M5 2.8h6.2L15.4 7v9.4c0 .5-.4.9-.9.9H5.4a.9.9 0 0 1-.9-.9V3.3c0-.3.2-.5.5-.5zM11 3v4.2h4.2" />,
  eye: <><path d="M2.4 10S5 4.8 10 4.8 17.6 10 17.6 10 15 15.2 10 15.2 2.4 10 2.4 10z" /><circle cx="10" cy="10" r="2.3" /></>,
  contest: <><path d="M3.2 4.4h13.6v9H10l-3.6 3v-3H3.2z" /><path d="M10 6.8v2.6M10 11.3v.1" /></>,
  plus: <path d="M10 4v12M4 10h12" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  balance: <path d="M10 3.4v13.2M6.4 16.6h7.2M4.2 6h11.6M4.2 6l-2 5.2h4zM15.8 6l-2 5.2h4z" />,
  rounds: <><rect x="4" y="4" width="12" height="13" rx="1.6" /><path d="M7.6 4V2.8h4.8V4M7 10.4l2 2 4-4.4" /></>,
  journey: <><circle cx="4.4" cy="15.2" r="1.8" /><circle cx="15.6" cy="4.8" r="1.8" /><path d="M6.2 15.2h6.6a2.6 2.6 0 0 0 0-5.2H7.2a2.6 2.6 0 0 1 0-5.2h6.6" /></>,
  check: <path d="m4 10.4 4 4 8-8.6" />,
  down: <path d="m5.5 8 4.5 4.5L14.5 8" />,
  right: <path d="m8 5.5 4.5 4.5L8 14.5" />,
  left: <path d="M12 5.5 7.5 10l4.5 4.5" />,
  up: <path d="m5.5 12 4.5-4.5 4.5 4.5" />,
  more: <><circle cx="4.6" cy="10" r=".9" /><circle cx="10" cy="10" r=".9" /><circle cx="15.4" cy="10" r=".9" /></>,
  menu: <path d="M3.4 5.8h13.2M3.4 10h13.2M3.4 14.2h13.2" />,
  edit: <path d="m4 13.2-.6 3.4 3.4-.6 9.4-9.4-2.8-2.8zM11.6 5.6l2.8 2.8" />,
  trash: <path d="M3.8 5.8h12.4M7.6 5.6V4c0-.4.3-.7.7-.7h3.4c.4 0 .7.3.7.7v1.6M5.4 6l.7 10c0 .5.4.8.8.8h6.2c.4 0 .8-.3.8-.8l.7-10" />,
  warning: <><path d="M10 3.4 17.4 16H2.6z" /><path d="M10 8.2v3.6M10 13.9v.1" /></>,
  info: <><circle cx="10" cy="10" r="7" /><path d="M10 9.2v4M10 6.5v.1" /></>,
  sun: <><circle cx="10" cy="10" r="3.2" /><path d="M10 2.6v1.8M10 15.6v1.8M2.6 10h1.8M15.6 10h1.8M4.8 4.8 6 6M14 14l1.2 1.2M4.8 15.2 6 14M14 6l1.2-1.2" /></>,
  moon: <path d="M16.4 11.8A6.8 6.8 0 1 1 8.2 3.6a5.4 5.4 0 0 0 8.2 8.2z" />,
  system: <><rect x="2.8" y="4" width="14.4" height="9.4" rx="1.4" /><path d="M7 16.6h6M10 13.6v3" /></>,
  language: <><circle cx="10" cy="10" r="7" /><path d="M3 10h14M10 3c2.2 2.2 3 4.4 3 7s-.8 4.8-3 7c-2.2-2.2-3-4.4-3-7s.8-4.8 3-7z" /></>,
  out: <path d="M8 3.6H4.6c-.5 0-.9.4-.9.9v11c0 .5.4.9.9.9H8M12.6 6.4 16.2 10l-3.6 3.6M16 10H8" />,
  key: <><circle cx="6.6" cy="10" r="3.4" /><path d="M10 10h7v2.6M14 10v2" /></>,
  trail: <path d="M4 4h12M4 8h12M4 12h7M4 16h4M12.4 15l1.8 1.8 3-3.6" />,
  jobs: <><circle cx="10" cy="10" r="7" /><path d="M10 5.8V10l2.8 2" /></>,
  status: <path d="M2.8 10.4h3.4l2-5.4 3.4 10 2-4.6h3.6" />,
  api: <path d="m7 6-4 4 4 4M13 6l4 4-4 4M11.2 4.6 8.8 15.4" />,
  filter: <path d="M3.4 5h13.2M5.8 10h8.4M8.4 15h3.2" />,
  table: <><rect x="3" y="4" width="14" height="12" rx="1.4" /><path d="M3 8h14M3 12h14M8.4 8v8" /></>,
  print: <path d="M6 7V3.4h8V7M6 14H4.4c-.6 0-1-.4-1-1V8.2c0-.6.4-1 1-1h11.2c.6 0 1 .4 1 1V13c0 .6-.4 1-1 1H14M6 11.6h8v5H6z" />,
  bell: <path d="M5 13.4V9a5 5 0 0 1 10 0v4.4l1.4 1.8H3.6zM8.4 17.4h3.2" />,
  mail: <><rect x="3" y="4.6" width="14" height="10.8" rx="1.4" /><path d="m3.6 6 6.4 4.8L16.4 6" /></>,
  goal: <><circle cx="10" cy="10" r="7" /><circle cx="10" cy="10" r="3.4" /><path d="M10 10v.1" /></>,
  ranked: <path d="M3.4 5h13.2M3.4 10h9.2M3.4 15h5" />,
  pause: <path d="M7 5v10M13 5v10" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
    {shapes[name]}
  </svg>
);

export const Mark = ({ size = 26 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
    <path d="M4 21 C9 21 8 13 13 13 S17 5 22 5" fill="none" stroke="var(--fjall)" strokeWidth="3.2" strokeLinecap="round" />
    <circle cx="22" cy="5" r="3" fill="var(--sun)" />
  </svg>
);
