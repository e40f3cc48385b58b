// What a page shows when it has nothing yet, nothing at all, or a refusal: skeletons, teaching empty states, errors with a remedy.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { isRefusal } from '../api/client';
import { useTexts } from './i18n';
import { Icon, type IconName } from './icons';
import styles from './states.module.css';
import { words } from './words';

export const Bone = ({ width = '100%', height = 14 }: { width?: number | string; height?: number | string }) => (
  <span className={styles.bone} style={{ width, height }} />
);

/** Rows where rows will be, so that nothing jumps when they come. */
export function Bones({ rows = 6, height = 14 }: { rows?: number; height?: number }) {
  const t = useTexts(words);
  return (
    <div className={styles.bones} role="status" aria-label={t.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <Bone key={row} height={height} width={`${92 - ((row * 37) % 38)}%`} />
      ))}
    </div>
  );
}

export function Empty({ icon = 'info', title, children, action, whole }: { icon?: IconName; title: string; children?: ReactNode; action?: ReactNode; /** It is the page: its title is the page's. */ whole?: boolean }) {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <span className={styles.emblem}>
        <Icon name={icon} size={22} />
      </span>
      <Heading>{title}</Heading>
      {children && <p className="k-mut">{children}</p>}
      {action && <div className="k-row">{action}</div>}
    </div>
  );
}

/** The words of a refusal: the server's when it sent any, ours when it could not. */
export function useRefusalText() {
  const t = useTexts(words);
  return (error: unknown): { title: string; detail: string; trace?: string | null } => {
    if (!isRefusal(error) || error.status >= 500) {
      if (isRefusal(error) && (error.status === 503 || error.status === 507) && error.problem.detail)
        return { title: error.problem.title, detail: error.problem.detail, trace: error.problem.trace };
      return { title: t.brokenTitle, detail: t.broken, trace: isRefusal(error) ? error.problem.trace : undefined };
    }
    if (error.status === 0) return { title: t.unreachableTitle, detail: t.unreachable };
    const detail = error.problem.detail;
    if (error.status === 403) return { title: t.forbiddenTitle, detail: detail || t.forbidden };
    if (error.status === 404) return { title: t.missingTitle, detail: detail || t.missing };
    if (error.status === 412) return { title: t.staleTitle, detail: detail || t.stale };
    // What is wrong field by field says more than that something is.
    const fields = error.problem.errors?.map((one) => one.detail).join(' ');
    return { title: error.problem.title, detail: fields || detail };
  };
}

export function Failure({ error, retry, whole }: { error: unknown; retry?: () => void; whole?: boolean }) {
  const t = useTexts(words);
  const text = useRefusalText()(error);
  const icon: IconName = isRefusal(error) && error.status === 403 ? 'key' : isRefusal(error) && error.status === 404 ? 'search' : 'warning';
  return (
    <div role="alert">
      <Empty
        icon={icon}
        title={text.title}
        whole={whole}
        action={
          retry && (!isRefusal(error) || error.status === 0 || error.status >= 412) ? (
            <Button variant="default" onClick={retry}>
              {t.retry}
            </Button>
          ) : undefined
        }
      >
        {text.detail}
        {text.trace && (
          <>
            <br />
            <span className="k-xs k-faint">
              {t.trace} <code>{text.trace}</code>
            </span>
          </>
        )}
      </Empty>
    </div>
  );
}

/** A refusal inside a form, above its buttons. */
export function Refused({ error }: { error: unknown }) {
  const text = useRefusalText();
  if (!error) return null;
  const { title, detail } = text(error);
  return (
    <div role="alert" className={styles.refused}>
      <Icon name="warning" size={16} />
      <span>{detail || title}</span>
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** Shows the answer, its skeleton while it is awaited, or why there is none. */
export function Answered<T>({ asked, bones, children, whole }: { asked: Asked<T>; bones?: ReactNode; children: (data: T) => ReactNode; /** The answer is the page, not a part of one. */ whole?: boolean }) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>;
  if (asked.error) return <Failure error={asked.error} retry={() => void asked.refetch()} whole={whole} />;
  return <>{bones ?? <Bones />}</>;
}
