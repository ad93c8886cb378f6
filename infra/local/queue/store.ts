import { createHash, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** A queue as the template says: times in milliseconds, `dead` the queue that takes what failed `tries` times. */
export type Queue = {
  name: string;
  visibility: number;
  retention: number;
  delay: number;
  dead?: { name: string; tries: number };
};

export type Message = {
  id: string;
  receipt: string;
  body: string;
  received: number;
  sentAt: number;
  /** Message attributes as sent, JSON. */
  attributes: string;
};

export const md5 = (body: string): string => createHash('md5').update(body).digest('hex');

/** Queues on one SQLite file: a message sent is on disk before it is acknowledged, so that a kill loses none. */
export class QueueStore {
  readonly #db: DatabaseSync;
  readonly #queues = new Map<string, Queue>();
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
      CREATE TABLE IF NOT EXISTS messages (id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL,
        sent INTEGER NOT NULL, visible INTEGER NOT NULL, received INTEGER NOT NULL, receipt TEXT NOT NULL);
      CREATE INDEX IF NOT EXISTS next ON messages(queue, visible);
      CREATE TABLE IF NOT EXISTS once (key TEXT PRIMARY KEY);`);
  }

  /** Declares a queue; declaring it again changes its settings and keeps its messages. */
  declare(queue: Queue): void {
    this.#queues.set(queue.name, queue);
  }

  get(name: string): Queue | undefined {
    return this.#queues.get(name);
  }

  get names(): string[] {
    return [...this.#queues.keys()];
  }

  send(queue: Queue, body: string, options: { delay?: number; attributes?: string } = {}): string {
    const id = randomUUID();
    const now = Date.now();
    const visible = now + (options.delay ?? queue.delay);
    this.#db
      .prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, 0, ?)')
      .run(id, queue.name, body, options.attributes ?? '{}', now, visible, '');
    for (const wake of this.#listeners.get(queue.name) ?? []) wake();
    return id;
  }

  /** Sends messages together, and only if nothing was sent under the key before. */
  sendOnce(key: string, messages: { queue: Queue; body: string }[]): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const { changes } = this.#db.prepare('INSERT OR IGNORE INTO once VALUES (?)').run(key);
      if (changes > 0) for (const { queue, body } of messages) this.send(queue, body);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Whether something was sent under the key. */
  wasSent(key: string): boolean {
    return this.#db.prepare('SELECT 1 FROM once WHERE key = ?').get(key) !== undefined;
  }

  /** Up to `count` messages, hidden for the queue's visibility time-out; what came too often goes to the dead letters first. */
  receive(queue: Queue, count: number, visibility = queue.visibility): Message[] {
    const now = Date.now();
    const rows = this.#db
      .prepare(
        'SELECT id, body, received, sent, attributes FROM messages WHERE queue = ? AND visible <= ? ORDER BY visible, sent LIMIT ?',
      )
      .all(queue.name, now, count);
    const messages: Message[] = [];
    for (const row of rows) {
      const message: Message = {
        id: String(row.id),
        receipt: randomUUID(),
        body: String(row.body),
        received: Number(row.received) + 1,
        sentAt: Number(row.sent),
        attributes: String(row.attributes),
      };
      if (now - message.sentAt > queue.retention) this.#drop(message.id);
      else if (queue.dead && message.received > queue.dead.tries) this.#move(message.id, queue.dead.name);
      else {
        this.#db
          .prepare('UPDATE messages SET visible = ?, received = ?, receipt = ? WHERE id = ?')
          .run(now + visibility, message.received, message.receipt, message.id);
        messages.push(message);
      }
    }
    return messages;
  }

  delete(queue: Queue, receipt: string): void {
    this.#db.prepare('DELETE FROM messages WHERE queue = ? AND receipt = ?').run(queue.name, receipt);
  }

  changeVisibility(queue: Queue, receipt: string, milliseconds: number): void {
    this.#db
      .prepare('UPDATE messages SET visible = ? WHERE queue = ? AND receipt = ?')
      .run(Date.now() + milliseconds, queue.name, receipt);
  }

  /** How many wait and how many are being worked on. */
  counts(queue: Queue): { waiting: number; hidden: number } {
    const row = this.#db
      .prepare(
        'SELECT SUM(visible <= ?) AS waiting, SUM(visible > ?) AS hidden FROM messages WHERE queue = ?',
      )
      .get(Date.now(), Date.now(), queue.name);
    return { waiting: Number(row?.waiting ?? 0), hidden: Number(row?.hidden ?? 0) };
  }

  /** What was received before this start is nobody's any more: its receivers ended with the process before. */
  reclaim(): void {
    this.#db.prepare("UPDATE messages SET visible = 0 WHERE receipt <> ''").run();
  }

  /** Calls `wake` when something is sent to the queue; answers how to stop that. */
  listen(name: string, wake: () => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(wake));
    return () => listeners.delete(wake);
  }

  close(): void {
    this.#db.close();
  }

  #drop(id: string): void {
    this.#db.prepare('DELETE FROM messages WHERE id = ?').run(id);
  }

  #move(id: string, dead: string): void {
    this.#db
      .prepare("UPDATE messages SET queue = ?, visible = 0, received = 0, receipt = '' WHERE id = ?")
      .run(dead, id);
  }
}
