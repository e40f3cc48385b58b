// The API, readable: every operation with its permission, parameters, body and answers, from the server's own document.
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Refusal, root } from '../api/client';
import { texts, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { Answered, Bones, Empty } from '../ui/states';
import styles from './ApiPage.module.css';
import { bodyOf, byTag, refName, typeName, type Document, type Entry, type Schema } from './openapi';

const t9 = texts({
  sv: { title: 'Vad kan andra system fråga Kunna?', crumb: 'API-dokumentation', find: 'Sök operation', needs: 'Kräver', open: 'öppen för alla', parameters: 'Parametrar', body: 'Skickas', answers: 'Svar', none: 'Inget passar', document: 'OpenAPI-dokumentet', required: 'krävs', other: 'Övrigt' },
  en: { title: 'What can other systems ask Kunna?', crumb: 'API documentation', find: 'Search operation', needs: 'Needs', open: 'open to all', parameters: 'Parameters', body: 'Sent', answers: 'Answers', none: 'Nothing fits', document: 'The OpenAPI document', required: 'required', other: 'Other' },
});

function Shape({ schema, document, seen = [] }: { schema: Schema | undefined; document: Document; seen?: string[] }) {
  const t = useTexts(t9);
  const item = schema?.type === 'array' ? schema.items : schema;
  const name = refName(item);
  const whole = name ? document.components?.schemas?.[name] : item;
  if (!whole?.properties || (name && seen.includes(name))) return null;
  return (
    <ul className={styles.shape}>
      {Object.entries(whole.properties).map(([key, property]) => {
        const inner = property.type === 'array' ? property.items : property;
        const deeper = refName(inner) ?? (inner?.properties ? key : undefined);
        return (
          <li key={key}>
            <code>{key}</code> <span className="k-s k-mut">{typeName(property)}</span>
            {whole.required?.includes(key) && <span className="k-xs k-faint"> {t.required}</span>}
            {property.description && <span className="k-s k-faint"> – {property.description}</span>}
            {deeper && seen.length < 4 && !seen.includes(deeper) && (
              <details><summary className="k-xs">{typeName(property)}</summary><Shape schema={inner} document={document} seen={[...seen, name ?? '', deeper].filter((one) => one !== deeper || !refName(inner))} /></details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function One({ entry, document }: { entry: Entry; document: Document }) {
  const t = useTexts(t9);
  const { method, path, operation } = entry;
  const [open, setOpen] = useState(false);
  const body = bodyOf(operation.requestBody);
  const needs = [operation['x-permission'] ?? []].flat();
  return (
    <details className={styles.one} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.method} data-method={method}>{method.toUpperCase()}</span>
        <code className={styles.path}>{path}</code>
        <span className="k-mut k-s">{operation.summary}</span>
      </summary>
      {/* Shapes within shapes: drawn only where somebody looks. */}
      {open && <div className={styles.inside}>
        {operation.description && <p>{operation.description}</p>}
        <p className="k-s">{t.needs} {needs.length > 0 ? needs.map((need) => <code key={need} className="k-tag">{need}</code>) : <span className="k-mut">{t.open}</span>}</p>
        {operation.parameters && operation.parameters.length > 0 && (
          <>
            <h3>{t.parameters}</h3>
            <ul className={styles.shape}>
              {operation.parameters.map((one) => (
                <li key={one.in + one.name}><code>{one.name}</code> <span className="k-s k-mut">{one.in} · {typeName(one.schema)}</span>{one.required && <span className="k-xs k-faint"> {t.required}</span>}{one.description && <span className="k-s k-faint"> – {one.description}</span>}</li>
              ))}
            </ul>
          </>
        )}
        {body && <><h3>{t.body} <span className="k-s k-mut">{body[0]} · {typeName(body[1].schema)}</span></h3><Shape schema={body[1].schema} document={document} /></>}
        <h3>{t.answers}</h3>
        {Object.entries(operation.responses ?? {}).map(([status, response]) => {
          const content = bodyOf(response);
          return (
            <div key={status} className={styles.answer}>
              <b>{status}</b> <span className="k-s k-mut">{response.description} {content && `· ${typeName(content[1].schema)}`}</span>
              {content && status.startsWith('2') && <Shape schema={content[1].schema} document={document} />}
            </div>
          );
        })}
      </div>}
    </details>
  );
}

async function load(): Promise<Document> {
  const response = await fetch(`${root}/openapi.json`, { credentials: 'same-origin' });
  if (!response.ok) throw new Refusal({ type: 'about:blank', title: response.statusText, status: response.status, detail: '', code: `http.${response.status}` });
  return (await response.json()) as Document;
}

export function ApiPage() {
  const t = useTexts(t9);
  const [find, setFind] = useState('');
  const asked = useQuery({ queryKey: ['openapi'], queryFn: load, staleTime: Infinity });
  return (
    <Page title={t.title} crumb={asked.data ? `${t.crumb} · ${asked.data.info.title} ${asked.data.info.version}` : t.crumb} actions={<a href={`${root}/openapi.json`} className="k-chip" download>{t.document}</a>}>
      <TextInput aria-label={t.find} placeholder={t.find} leftSection={<Icon name="search" size={16} />} value={find} onChange={(event) => setFind(event.currentTarget.value)} maw={340} />
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={12} /></div>}>
        {(document) => {
          const groups = byTag(document, find);
          return groups.length === 0 ? (
            <Empty icon="search" title={t.none} />
          ) : (
            <>
              {groups.map(([tag, entries]) => (
                <section key={tag} className="k-card">
                  <h2>{tag || t.other}</h2>
                  {entries.map((entry) => <One key={entry.method + entry.path} entry={entry} document={document} />)}
                </section>
              ))}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
