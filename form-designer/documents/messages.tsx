import { interpolate } from '#core/expression/interpolate.ts';
import { under } from '#core/form/pointer.ts';
import { type Localised, useLocalised, useTexts } from '#portal/theme/language.tsx';
import { Button } from '#portal/theme/parts/button.tsx';
import { listOf, objectOf } from '../commands/json.ts';
import { useDesign } from '../design.tsx';
import { AddNamed } from '../parts/add-named.tsx';
import { Pick, Tick } from '../parts/fields.tsx';
import { languageName, useLanguages } from '../parts/languages.ts';
import { untold } from '../parts/untold.ts';
import type { PapersProps } from './documents.tsx';
import { TemplateTexts } from './template-texts.tsx';
import { papersTexts } from './texts.ts';

const channels = ['email', 'sms', 'post'] as const;

/** What people are told, each beside the letter as it will be read. */
export function Messages(props: PapersProps) {
  const t = useTexts(papersTexts);
  const read = useLocalised();
  const languages = useLanguages();
  const { definition, edit, open } = useDesign();
  const messages = objectOf(objectOf(definition).messages);
  return (
    <section>
      <h2 className="k-h2">{t('messages')}</h2>
      <p className="k-hint">{t('messagesHint')}</p>
      {Object.entries(messages).map(([name, one]) => {
        const title = untold(read(objectOf(objectOf(one).subject) as Localised)) || name;
        return (
          <details key={name} className="d-entry">
            <summary>{title}</summary>
            <MessageEditor {...props} name={name} />
            <Button kind="secondary" onClick={() => edit([{ do: 'take', at: under('/messages', name) }])}>
              {t('removeOf', { what: title })}
            </Button>
          </details>
        );
      })}
      {open ? (
        <AddNamed
          label={t('newMessage')}
          button={t('addMessage')}
          taken={new Set(Object.keys(messages))}
          add={(name, title) =>
            edit([
              {
                do: 'put',
                at: under('/messages', name),
                value: {
                  to: 'applicant',
                  channels: ['email'],
                  subject: Object.fromEntries(languages.map((language) => [language, title])),
                  body: { uk: 'Заява {{ case.reference }}.', en: 'Application {{ case.reference }}.' },
                },
              },
            ])
          }
        />
      ) : null}
    </section>
  );
}

function MessageEditor({ name, sample, paths }: PapersProps & { name: string }) {
  const t = useTexts(papersTexts);
  const read = useLocalised();
  const { definition, edit, open } = useDesign();
  const languages = useLanguages();
  const at = under('/messages', name);
  const whole = objectOf(definition);
  const message = objectOf(objectOf(whole.messages)[name]);
  const ways = listOf(message.channels);
  const people = [...Object.entries(objectOf(whole.parties)), ...Object.entries(objectOf(whole.roles))].map(
    ([key, one]): [string, string] => [
      key,
      read(objectOf(objectOf(one).title) as Localised) || (key === 'applicant' ? t('applicant') : key),
    ],
  );
  const shown = (text: unknown, language: string): string => {
    const source = String(objectOf(text)[language] ?? '');
    if (typeof sample === 'string') return source;
    try {
      return interpolate(source, sample, language);
    } catch (error) {
      return `${source} (${error instanceof Error ? error.message : ''})`;
    }
  };
  return (
    <div className="d-document">
      <fieldset disabled={!open}>
        <legend className="k-hidden">{t('body')}</legend>
        <Pick
          tight
          label={t('to')}
          value={String(message.to ?? '')}
          options={people}
          onChange={(to) => edit([{ do: 'put', at: `${at}/to`, value: to }])}
        />
        <fieldset className="d-ticks d-group">
          <legend>{t('channels')}</legend>
          {channels.map((one) => (
            <Tick
              key={one}
              label={t(one)}
              checked={ways.includes(one)}
              onChange={(on) => {
                const next = channels.filter((other) => (other === one ? on : ways.includes(other)));
                if (next.length > 0) edit([{ do: 'put', at: `${at}/channels`, value: next }]);
              }}
            />
          ))}
        </fieldset>
        {ways.includes('email') ? <Attached at={at} attach={listOf(message.attach).map(String)} /> : null}
        <TemplateTexts label={t('subject')} at={`${at}/subject`} paths={paths} />
        <TemplateTexts label={t('body')} at={`${at}/body`} rows={4} paths={paths} />
        {ways.includes('sms') ? (
          <TemplateTexts label={t('smsText')} at={`${at}/sms`} rows={2} paths={paths} />
        ) : null}
      </fieldset>
      <div>
        <p className="d-group__title">{t('preview')}</p>
        {languages.map((language) => (
          <div key={language} className="d-letter" lang={language}>
            <p className="k-soft">{t('letter', { language: languageName(language) })}</p>
            <p>
              <strong>{shown(message.subject, language)}</strong>
            </p>
            <p>{shown(message.body, language)}</p>
            {ways.includes('sms') && message.sms !== undefined ? (
              <p className="d-letter__sms">{shown(message.sms, language)}</p>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Which documents go with the e-mail. */
function Attached({ at, attach }: { at: string; attach: readonly string[] }) {
  const t = useTexts(papersTexts);
  const read = useLocalised();
  const { definition, edit } = useDesign();
  const documents = objectOf(objectOf(definition).documents);
  const names = Object.keys(documents);
  if (names.length === 0) return null;
  return (
    <fieldset className="d-ticks d-group">
      <legend>{t('attach')}</legend>
      {names.map((name) => (
        <Tick
          key={name}
          label={read(objectOf(objectOf(documents[name]).title) as Localised) || name}
          checked={attach.includes(name)}
          onChange={(on) => {
            const next = names.filter((other) => (other === name ? on : attach.includes(other)));
            edit([
              next.length > 0
                ? { do: 'put', at: `${at}/attach`, value: next }
                : { do: 'take', at: `${at}/attach` },
            ]);
          }}
        />
      ))}
      <p className="k-hint">{t('attachHint')}</p>
    </fieldset>
  );
}
