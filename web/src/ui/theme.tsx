// Mantine dressed in our tokens, and the choice of light, dark or the system's.
import { createTheme, defaultVariantColorsResolver, MantineProvider, type CSSVariablesResolver, type MantineColorScheme, type MantineColorSchemeManager, type MantineColorsTuple } from '@mantine/core';
import type { ReactNode } from 'react';
import './tokens.css';
import './mantine';
import './base.css';

const fjall: MantineColorsTuple = ['#eef6f3', '#dcebe6', '#b7d8ce', '#8fc4b5', '#6cb39f', '#5fc0a7', '#2b8472', '#17695a', '#0f5245', '#0b3f35'];

// Mantine's greys, warmed to the paper in light and cooled to the night in dark.
const gray: MantineColorsTuple = ['#faf9f6', '#f3f1ec', '#efede7', '#e4e1d9', '#d4d0c5', '#a8a59c', '#7c8790', '#5f6c78', '#51606e', '#17212b'];
const dark: MantineColorsTuple = ['#eef2f4', '#a9b6c1', '#8795a1', '#74838f', '#34424d', '#2a3640', '#141c24', '#18212a', '#11171d', '#0c1116'];

const theme = createTheme({
  primaryColor: 'fjall',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  // The contrast is reckoned from the light shade only; our own token knows both.
  variantColorResolver: (input) => {
    const given = defaultVariantColorsResolver(input);
    return input.variant === 'filled' && (!input.color || input.color === 'fjall') ? { ...given, color: 'var(--on-fjall)' } : given;
  },
  colors: { fjall, gray, dark },
  fontFamily: 'var(--font)',
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 550, height: 34, paddingInline: 13 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 34 } },
    Input: { vars: () => ({ wrapper: { '--input-bd': 'var(--field)' } }) },
    InputWrapper: { styles: { label: { marginBottom: 3, fontWeight: 550, fontSize: 13 }, description: { marginBottom: 4, color: 'var(--ink-3)' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: false } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } } },
    Drawer: { defaultProps: { position: 'right', size: 480, transitionProps: { duration: 140 }, overlayProps: { backgroundOpacity: 0.25 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', comboboxProps: { transitionProps: { duration: 80 } } } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--line-2)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-anchor': 'var(--fjall)',
  '--mantine-color-error': 'var(--plum)',
  '--mantine-primary-color-filled': 'var(--fjall)',
  '--mantine-primary-color-filled-hover': 'var(--fjall-deep)',
  '--mantine-primary-color-contrast': 'var(--on-fjall)',
  '--mantine-color-fjall-filled': 'var(--fjall)',
  '--mantine-color-fjall-filled-hover': 'var(--fjall-deep)',
  '--mantine-line-height': '1.45',
};
const variables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });

const key = 'kunna-theme';
const read = (): MantineColorScheme => {
  try {
    const chosen = localStorage.getItem(key);
    return chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
  } catch {
    return 'auto';
  }
};

// The same key as public/early.js, which paints before any script of ours has come.
const manager: MantineColorSchemeManager = {
  get: read,
  set(chosen) {
    try {
      if (chosen === 'auto') localStorage.removeItem(key);
      else localStorage.setItem(key, chosen);
    } catch {
      // Not remembered then.
    }
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

export const Theme = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={manager} cssVariablesResolver={variables}>
    {children}
  </MantineProvider>
);
