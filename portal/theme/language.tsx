import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

/** The languages that screens are written in. Definitions may have more; screens fall back to Ukrainian. */
export type Language = 'uk' | 'en';

/** A text that a person reads, as definitions and the API give it. */
export type Localised = Readonly<Record<string, string>>;

/** What may stand in `{braces}` of a text. */
export type Values = Readonly<Record<string, string | number>>;

/** A text with its plural forms, chosen by `{count}` (CLDR: Ukrainian has one, few, many). */
export interface Plural {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

type Entry = string | Plural;

/** A room's own texts: the Ukrainian ones say which keys there are, TypeScript demands the same in English. */
export interface Texts<K extends string> {
  readonly uk: Readonly<Record<K, Entry>>;
  readonly en: Readonly<Record<K, Entry>>;
}

/** States a room's catalogue, typed by its Ukrainian keys. */
export function defineTexts<K extends string>(
  uk: Readonly<Record<K, Entry>>,
  en: Readonly<Record<NoInfer<K>, Entry>>,
): Texts<K> {
  return { uk, en };
}

const plurals = { uk: new Intl.PluralRules('uk'), en: new Intl.PluralRules('en') };

/** Fills a text of a catalogue: picks the plural form by `count`, puts values into `{name}`. */
export function say<K extends string>(
  texts: Texts<K>,
  language: Language,
  key: NoInfer<K>,
  values: Values = {},
): string {
  const entry = texts[language][key];
  const form =
    typeof entry === 'string'
      ? entry
      : (entry[plurals[language].select(Number(values.count ?? 0)) as keyof Plural] ?? entry.other);
  return form.replace(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    // a date in Ukrainian ends with the full stop of «р.»: one ends the sentence too
    return `${value}`.endsWith('.') ? `${value}` : `${value}${stop}`;
  });
}

/** The text in this language, else Ukrainian, else English, else whatever there is. */
export function textOf(text: Localised | string | undefined | null, language: string): string {
  if (text === undefined || text === null) return '';
  if (typeof text === 'string') return text;
  return text[language] ?? text.uk ?? text.en ?? Object.values(text)[0] ?? '';
}

interface LanguageState {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Context = createContext<LanguageState>({ language: 'uk', choose: () => undefined });

const KEY = 'kladka.language';

function remembered(): Language {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept === 'uk' || kept === 'en') return kept;
  } catch {
    // storage may be forbidden: the default serves
  }
  return 'uk';
}

/** Holds the language of the screen; switching it re-renders texts and keeps everything that was entered. */
export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, setLanguage] = useState<Language>(() => initial ?? remembered());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    setLanguage(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // not remembered, still switched
    }
  }, []);
  const state = useMemo(() => ({ language, choose }), [language, choose]);
  return <Context.Provider value={state}>{children}</Context.Provider>;
}

/** The language of the screen and how to change it. */
export function useLanguage(): LanguageState {
  return useContext(Context);
}

/** `t(key, values)` over a room's catalogue, in the language of the screen. */
export function useTexts<K extends string>(texts: Texts<K>): (key: K, values?: Values) => string {
  const { language } = useLanguage();
  return useCallback((key: K, values?: Values) => say(texts, language, key, values), [texts, language]);
}

/** Reads a localised text of a definition or an answer in the language of the screen. */
export function useLocalised(): (text: Localised | string | undefined | null) => string {
  const { language } = useLanguage();
  return useCallback((text: Localised | string | undefined | null) => textOf(text, language), [language]);
}
