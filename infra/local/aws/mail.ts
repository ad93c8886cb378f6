import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonObject, list, object, text, texts } from '../template/json.ts';
import { AwsError } from './error.ts';

/** A mail or SMS that would have gone out. `at` is an instant. */
export type Caught = {
  id: string;
  at: string;
  kind: 'email' | 'sms';
  from: string;
  to: string[];
  subject: string;
  text: string;
  html?: string;
  /** Headers that the sender set, by name. */
  headers?: Record<string, string>;
  /** Under which configuration set it was sent, and its tags. */
  set?: string;
  tags?: Record<string, string>;
  /** The whole message, where it was sent raw. */
  raw?: string;
  /** What went with it; the content lies beside (`attachment`). */
  attachments?: { name: string; type: string; size: number }[];
};

/** What a name or value of a tag may be. */
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/** The most that SES takes, in bytes, before base64 makes it larger. */
const MOST_BYTES = 30_000_000;

/** What is attached, as SES would take it. @throws AwsError */
function attachmentsOf(given: JsonObject[]): {
  about: NonNullable<Caught['attachments']>;
  contents: Buffer[];
} {
  const contents = given.map(({ RawContent }) => Buffer.from(text(RawContent), 'base64'));
  if (given.some(({ FileName }) => text(FileName) === '' || text(FileName).length > 255))
    throw new AwsError(400, 'BadRequestException', 'An attachment has a name of at most 255 characters.');
  if (contents.reduce((all, { length }) => all + length, 0) > MOST_BYTES)
    throw new AwsError(400, 'BadRequestException', 'A mail is at most 40 MB.');
  const about = given.map(({ FileName, ContentType }, n) => ({
    name: text(FileName),
    type: text(ContentType),
    size: contents[n]?.length ?? 0,
  }));
  return { about, contents };
}

/** Keeps what goes out of the stack as files of the data folder, the newest first when listed. */
export class Mailbox {
  readonly folder: string;
  readonly #taken: (caught: Caught) => void;

  /** `taken` is told of each mail once it is kept. */
  constructor(folder: string, taken: (caught: Caught) => void = () => {}) {
    this.folder = folder;
    this.#taken = taken;
    mkdirSync(folder, { recursive: true });
  }

  keep(given: Omit<Caught, 'id' | 'at'>, contents: readonly Buffer[] = []): string {
    const caught = { id: randomUUID(), at: new Date().toISOString(), ...given };
    const file = join(this.folder, `${caught.at.replaceAll(':', '-')}-${caught.id}.json`);
    for (const [n, content] of contents.entries()) writeFileSync(this.#beside(caught.id, n), content);
    writeFileSync(`${file}.new`, JSON.stringify(caught, null, 2));
    renameSync(`${file}.new`, file);
    this.#taken(caught);
    return caught.id;
  }

  /** Tells again of mail that was kept when the power went before it was told of: of all that is not `known`. */
  retell(known: (id: string) => boolean): void {
    for (const file of readdirSync(this.folder).filter((name) => name.endsWith('.json')))
      if (!known(file.slice(-41, -5)))
        this.#taken(JSON.parse(readFileSync(join(this.folder, file), 'utf8')) as Caught);
  }

  /** The latest `count`, newest first. */
  latest(count = 200): Caught[] {
    return readdirSync(this.folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .reverse()
      .slice(0, count)
      .map((file): Caught => JSON.parse(readFileSync(join(this.folder, file), 'utf8')));
  }

  #beside(id: string, n: number): string {
    return join(this.folder, `${id}.${n}`);
  }

  /** What went with a mail, by its place there; null where there is no such. */
  attachment(id: string, n: number): Buffer | null {
    if (!/^[0-9a-f-]{36}$/.test(id) || !Number.isInteger(n)) return null;
    const file = this.#beside(id, n);
    return existsSync(file) ? readFileSync(file) : null;
  }

  /** SESv2 SendEmail: simple content, with what is attached, or a raw message. */
  email(request: JsonObject): JsonObject {
    const { FromEmailAddress, Destination, Content, ConfigurationSetName, EmailTags } = request;
    const set = text(ConfigurationSetName);
    const tags = list(EmailTags).map(object);
    if (tags.some(({ Name, Value }) => ![Name, Value].every((part) => TAG.test(text(part)))))
      throw new AwsError(400, 'BadRequestException', 'A tag holds letters, digits, - and _ only.');
    const { Simple, Raw } = object(Content);
    const { ToAddresses, CcAddresses, BccAddresses } = object(Destination);
    const to = [ToAddresses, CcAddresses, BccAddresses].flatMap((list) => texts(list));
    const raw = Buffer.from(text(object(Raw).Data), 'base64').toString('utf8');
    if (to.length === 0 && raw === '')
      throw new AwsError(400, 'BadRequestException', 'The mail names nobody to go to.');
    const { Subject, Body } = object(Simple);
    const html = text(object(object(Body).Html).Data);
    const { about, contents } = attachmentsOf(list(object(Simple).Attachments).map(object));
    const header = (name: string): string =>
      new RegExp(`^${name}: *(.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';
    const mail: Omit<Caught, 'id' | 'at'> = {
      kind: 'email',
      from: text(FromEmailAddress) || header('From'),
      to: to.length > 0 ? to : [header('To')],
      subject: text(object(Subject).Data) || header('Subject'),
      text: text(object(object(Body).Text).Data) || raw,
      ...(html ? { html } : {}),
      headers: Object.fromEntries(
        list(object(Simple).Headers).map((one) => [text(object(one).Name), text(object(one).Value)]),
      ),
      ...(raw ? { raw } : {}),
      ...(set ? { set } : {}),
      ...(tags.length > 0
        ? { tags: Object.fromEntries(tags.map(({ Name, Value }) => [text(Name), text(Value)])) }
        : {}),
      ...(about.length > 0 ? { attachments: about } : {}),
    };
    return { MessageId: this.keep(mail, contents) };
  }

  sms(phone: string, message: string, sender: string): string {
    return this.keep({ kind: 'sms', from: sender, to: [phone], subject: '', text: message });
  }
}
