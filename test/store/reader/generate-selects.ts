/**
 * SELECTs over the views as people, models and attackers might write them, in the SQL that SQLite, MySQL and MariaDB
 * share: joins, unions, subqueries, windows and common table expressions, nested. Some reach for what is not theirs.
 */

import fc from 'fast-check';
import { type ViewColumn, views } from '../../../src/store/reader/views.ts';

export interface Vocabulary {
  /** Texts and days to compare with: some that are in the ledger, and some that are only in another. */
  readonly texts: readonly string[];
  readonly days: readonly string[];
}

/** A SELECT each; the same number makes the same one. Rows are in no order where there is no LIMIT. */
export function selects(vocabulary: Vocabulary): fc.Arbitrary<string> {
  return fc.noShrink(fc.integer()).map((seed) => new Writer(seed, vocabulary).statement());
}

type Type = 'text' | 'decimal';

interface Column {
  /** with its table's alias: "t1.day" */
  readonly sql: string;
  readonly type: Type;
}

/** What stands after FROM. */
interface Source {
  readonly sql: string;
  readonly columns: readonly Column[];
}

interface Query {
  readonly sql: string;
  /** of the columns, which are called c1, c2, … */
  readonly types: readonly Type[];
}

// What the query may not have, each of them in a spelling that both databases read.
const forbiddenTables = ['`Entry`', 'Entry', '`Person`', '`Ledger`', 'sqlite_master', 'information_schema.tables'];

class Writer {
  readonly #random: () => number;
  readonly #vocabulary: Vocabulary;
  #aliases = 0;

  constructor(seed: number, vocabulary: Vocabulary) {
    this.#random = randomFrom(seed);
    this.#vocabulary = vocabulary;
  }

  statement(): string {
    if (!this.#chance(0.2)) return this.#query(2).sql;
    const name = this.#chance(0.2) ? 'entries' : 'mine';
    const { sql, types } = this.#query(1);
    const rest = this.#selectFrom([this.#aliased(name, types)], 1);
    return `WITH ${name} AS (${sql}) ${rest.sql}`;
  }

  #query(depth: number): Query {
    const first = this.#selectFrom(this.#sources(depth), depth);
    if (!this.#chance(0.15)) return first;
    const second = this.#selectFrom(this.#sources(depth - 1), depth - 1, first.types);
    if (/ LIMIT \d+$/.test(first.sql)) return first;
    return {
      sql: `${first.sql} ${this.#one(['UNION', 'UNION ALL', 'EXCEPT', 'INTERSECT'])} ${second.sql}`,
      types: first.types,
    };
  }

  /** `types` asks for columns of these types, without an order. */
  #selectFrom(sources: readonly Source[], depth: number, types?: readonly Type[]): Query {
    const columns = sources.flatMap((source) => source.columns);
    const wanted = types ?? this.#some(1, 4, () => this.#one<Type>(['text', 'decimal', 'text']));
    const joined = sources
      .map((source, index) => (index === 0 ? source.sql : this.#join(source, sources[0])))
      .join(' ');
    const where = this.#chance(0.5) ? ` WHERE ${this.#condition(columns, depth)}` : '';
    if (this.#chance(0.3)) return this.#grouped(columns, wanted, joined + where);
    const items = wanted.map((type) => this.#item(columns, type, depth));
    const distinct = this.#chance(0.1) ? 'DISTINCT ' : '';
    const order = types ? '' : this.#order(wanted);
    return { sql: `SELECT ${distinct}${named(items)} FROM ${joined}${where}${order}`, types: wanted };
  }

  #grouped(columns: readonly Column[], wanted: readonly Type[], from: string): Query {
    const keys = wanted.map((type) => (type === 'text' ? this.#column(columns, 'text') : ''));
    const items = keys.map((key) => key || this.#aggregate(columns));
    const by = keys.filter((key) => key !== '');
    const group = by.length > 0 ? ` GROUP BY ${[...new Set(by)].join(', ')}` : '';
    const having = group && this.#chance(0.2) ? ` HAVING count(*) ${this.#one(['>', '<', '>='])} ${this.#upTo(3)}` : '';
    return { sql: `SELECT ${named(items)} FROM ${from}${group}${having}`, types: wanted };
  }

  #order(types: readonly Type[]): string {
    if (!this.#chance(0.3)) return '';
    return ` ORDER BY ${types.map((_, index) => index + 1).join(', ')} LIMIT ${1 + this.#upTo(20)}`;
  }

  #sources(depth: number): Source[] {
    return this.#some(1, this.#chance(0.2) ? 2 : 1, () => this.#source(depth));
  }

  #source(depth: number): Source {
    if (depth > 0 && this.#chance(0.2)) {
      const { sql, types } = this.#query(depth - 1);
      return this.#aliased(`(${sql})`, types);
    }
    const alias = `t${++this.#aliases}`;
    const table = this.#chance(0.02) ? this.#one(forbiddenTables) : undefined;
    const view = this.#one([...views, ...views.slice(0, 1), ...views.slice(0, 1)]);
    const columns = view.columns.map((column) => ({ sql: `${alias}.${column.name}`, type: typeOf(column) }));
    return { sql: `${table ?? view.name} ${alias}`, columns };
  }

  #aliased(sql: string, types: readonly Type[]): Source {
    const alias = `t${++this.#aliases}`;
    return { sql: `${sql} ${alias}`, columns: types.map((type, index) => ({ sql: `${alias}.c${index + 1}`, type })) };
  }

  #join(source: Source, first: Source | undefined): string {
    const kind = this.#one(['JOIN', 'LEFT JOIN', 'CROSS JOIN']);
    if (kind === 'CROSS JOIN') return `CROSS JOIN ${source.sql}`;
    const type = this.#one<Type>(['text', 'decimal']);
    const [left, right] = [this.#column(first?.columns ?? [], type), this.#column(source.columns, type)];
    return `${kind} ${source.sql} ON ${left} ${this.#one(['=', '<>', '<='])} ${right}`;
  }

  #item(columns: readonly Column[], type: Type, depth: number): string {
    const roll = this.#random();
    const column = this.#column(columns, type);
    if (roll < 0.5) return column;
    if (roll < 0.6 && depth > 0) return this.#scalar(type, depth - 1);
    if (roll < 0.7) return this.#window(columns, type);
    if (type === 'decimal') {
      return this.#one([`round(${column}, 1)`, `abs(${column})`, `coalesce(${column}, 0) * 2`, `${column} / 4 + 1`]);
    }
    const other = this.#column(columns, 'text');
    return this.#one([
      `upper(${column})`,
      `substr(${column}, 1, 4)`,
      `coalesce(${column}, ${other}, 'none')`,
      `CASE WHEN ${this.#condition(columns, 0)} THEN ${column} ELSE ${other} END`,
      `replace(${column}, 'a', ${this.#text()})`,
    ]);
  }

  #scalar(type: Type, depth: number): string {
    const source = this.#source(depth);
    const column = this.#column(source.columns, type);
    const where = this.#chance(0.4) ? ` WHERE ${this.#condition(source.columns, 0)}` : '';
    return `(SELECT ${this.#one(['max', 'min'])}(${column}) FROM ${source.sql}${where})`;
  }

  #window(columns: readonly Column[], type: Type): string {
    const [by, order] = [this.#column(columns, 'text'), this.#column(columns, 'text')];
    const over = `OVER (${this.#chance(0.5) ? `PARTITION BY ${by} ` : ''}ORDER BY ${order})`;
    if (type === 'text') return `max(${this.#column(columns, 'text')}) ${over}`;
    return `${this.#one(['rank()', 'count(*)', 'dense_rank()', `max(${this.#column(columns, 'decimal')})`])} ${over}`;
  }

  #aggregate(columns: readonly Column[]): string {
    const column = this.#column(columns, 'decimal');
    return this.#one(['count(*)', `sum(${column})`, `min(${column})`, `max(${column})`, `count(DISTINCT ${column})`]);
  }

  #condition(columns: readonly Column[], depth: number): string {
    const roll = this.#random();
    const [text, number] = [this.#column(columns, 'text'), this.#column(columns, 'decimal')];
    if (roll < 0.15)
      return `(${this.#condition(columns, 0)} ${this.#one(['OR', 'AND'])} ${this.#condition(columns, 0)})`;
    if (roll < 0.25) return `NOT ${text} = ${this.#text()}`;
    if (roll < 0.35)
      return `${text} LIKE ${this.#one(["'%a%'", "'2026%'", "'%o%'", `concat('%', ${this.#text()}, '%')`])}`;
    if (roll < 0.45) return `${text} IN (${this.#text()}, ${this.#text()}, ${text})`;
    if (roll < 0.55 && depth > 0) {
      const source = this.#source(depth - 1);
      return `${this.#one(['', '', 'NOT '])}EXISTS (SELECT 1 FROM ${source.sql} WHERE ${this.#condition([...source.columns, ...columns], 0)})`;
    }
    if (roll < 0.65 && depth > 0) {
      const source = this.#source(depth - 1);
      return `${text} IN (SELECT ${this.#column(source.columns, 'text')} FROM ${source.sql})`;
    }
    if (roll < 0.7) return `${text} BETWEEN ${this.#text()} AND 'zz'`;
    if (roll < 0.75) return `${number} IS ${this.#one(['NOT ', ''])}NULL`;
    return `${number} ${this.#one(['>', '<', '<>'])} ${this.#upTo(50)}`;
  }

  /** A column of the type, or something of the type where there is none. */
  #column(columns: readonly Column[], type: Type): string {
    const fitting = columns.filter((column) => column.type === type);
    return fitting.length > 0 ? this.#one(fitting).sql : type === 'text' ? this.#text() : String(this.#upTo(9) + 1);
  }

  #text(): string {
    const { texts, days } = this.#vocabulary;
    const text = this.#one(this.#chance(0.3) ? days : texts);
    return `'${text.replaceAll("'", "''")}'`;
  }

  #some<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + this.#upTo(most - least) }, make);
  }

  #one<T>(choices: readonly T[]): T {
    return choices[this.#upTo(choices.length - 1)] as T;
  }

  #upTo(most: number): number {
    return Math.floor(this.#random() * (most + 1));
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }
}

function named(items: readonly string[]): string {
  return items.map((item, index) => `${item} AS c${index + 1}`).join(', ');
}

function typeOf({ type }: ViewColumn): Type {
  return type === 'decimal' ? 'decimal' : 'text';
}

/** Numbers from 0 to 1: Marsaglia's xorshift with 32 bits. */
function randomFrom(seed: number): () => number {
  // Neighbouring seeds begin far from each other.
  let state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
