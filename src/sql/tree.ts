/** A query as a tree: all that may be asked, and nothing else. What has no place here does not run. */

/** A name as it was written; quoted ones keep their letters, and what was a quoted name stays one. */
export interface Name {
  readonly text: string;
  readonly isQuoted: boolean;
}

export type Expression =
  | { readonly is: 'column'; readonly table: Name | null; readonly name: Name }
  | { readonly is: 'star'; readonly table: Name | null }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'number'; readonly value: string }
  /** NULL, TRUE, FALSE, the unit of a date function. */
  | { readonly is: 'word'; readonly value: string }
  | Call
  | { readonly is: 'infix'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'prefix'; readonly operator: string; readonly of: Expression }
  /** IS NULL, IS NOT TRUE, … */
  | { readonly is: 'postfix'; readonly operator: string; readonly of: Expression }
  | Like
  | Between
  | {
      readonly is: 'in';
      readonly not: boolean;
      readonly of: Expression;
      readonly among: readonly Expression[] | Query;
    }
  | {
      readonly is: 'case';
      readonly of: Expression | null;
      readonly whens: readonly (readonly [Expression, Expression])[];
      readonly otherwise: Expression | null;
    }
  | { readonly is: 'cast'; readonly of: Expression; readonly type: string }
  | { readonly is: 'collate'; readonly of: Expression; readonly collation: string }
  /** EXTRACT(YEAR FROM day), TRIM(BOTH 'x' FROM note): a call with words between its parts. */
  | { readonly is: 'worded'; readonly name: string; readonly parts: readonly (string | Expression)[] }
  | { readonly is: 'interval'; readonly of: Expression; readonly unit: string }
  /** DATE '2026-11-21' */
  | { readonly is: 'dated'; readonly type: 'DATE' | 'TIMESTAMP'; readonly value: string }
  | { readonly is: 'exists'; readonly query: Query }
  | {
      readonly is: 'compared';
      readonly of: Expression;
      readonly operator: string;
      readonly to: 'ANY' | 'ALL';
      readonly query: Query;
    }
  /** A query that stands for a value. */
  | { readonly is: 'value'; readonly query: Query }
  | { readonly is: 'parens'; readonly of: Expression }
  | { readonly is: 'tuple'; readonly items: readonly Expression[] };

export interface Like {
  readonly is: 'like';
  /** LIKE, NOT LIKE; MATCHES stands for REGEXP on MySQL and for GLOB on SQLite. */
  readonly operator: string;
  readonly of: Expression;
  readonly pattern: Expression;
  readonly escape: Expression | null;
}

export interface Between {
  readonly is: 'between';
  readonly not: boolean;
  readonly of: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

export interface Call {
  readonly is: 'call';
  /** In capitals. */
  readonly name: string;
  readonly args: readonly Expression[];
  /** CURRENT_DATE, which is written without parentheses. */
  readonly bare?: boolean;
  readonly distinct?: boolean;
  readonly orderBy?: readonly Order[];
  /** GROUP_CONCAT(… SEPARATOR ', ') */
  readonly separator?: Expression | null;
  readonly filter?: Expression | null;
  readonly over?: Window | null;
}

export interface Order {
  readonly by: Expression;
  readonly descending: boolean;
  readonly nulls: 'FIRST' | 'LAST' | null;
}

export interface Window {
  /** OVER w, with nothing else. */
  readonly isNameOnly: boolean;
  readonly name: Name | null;
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly Order[];
  readonly frame: Frame | null;
}

export interface Frame {
  readonly kind: string;
  readonly start: FrameBound;
  readonly end: FrameBound | null;
  readonly exclude: string | null;
}

export interface FrameBound {
  readonly of: Expression | null;
  /** PRECEDING, FOLLOWING, UNBOUNDED PRECEDING, UNBOUNDED FOLLOWING, CURRENT ROW */
  readonly side: string;
}

export type Source =
  | { readonly is: 'table'; readonly name: Name; readonly alias: Name | null }
  | { readonly is: 'query'; readonly query: Query; readonly alias: Name | null; readonly columns: readonly Name[] }
  | { readonly is: 'joined'; readonly first: Source; readonly joins: readonly Join[]; readonly inParens: boolean };

export interface Join {
  /** ",", "JOIN", "LEFT JOIN", … */
  readonly kind: string;
  readonly source: Source;
  readonly on: Expression | null;
  readonly using: readonly Name[];
}

export interface Cte {
  readonly name: Name;
  readonly columns: readonly Name[];
  readonly materialized: boolean | null;
  readonly query: Query;
}

export interface With {
  readonly recursive: boolean;
  readonly ctes: readonly Cte[];
}

/** What a query of any kind may end with, and begin with. */
export interface Frill {
  readonly with: With | null;
  readonly orderBy: readonly Order[];
  readonly limit: Expression | null;
  readonly offset: Expression | null;
}

export interface Item {
  readonly of: Expression;
  readonly alias: Name | null;
}

export interface Select extends Frill {
  readonly is: 'select';
  readonly distinct: boolean;
  readonly items: readonly Item[];
  readonly from: Source | null;
  readonly where: Expression | null;
  readonly groupBy: readonly Expression[];
  readonly rollup: boolean;
  readonly having: Expression | null;
  readonly windows: readonly { readonly name: Name; readonly window: Window }[];
}

export interface SetOperation extends Frill {
  readonly is: 'set';
  /** UNION, UNION ALL, EXCEPT, INTERSECT */
  readonly operator: string;
  readonly left: Query;
  readonly right: Query;
}

export interface Values extends Frill {
  readonly is: 'values';
  readonly rows: readonly (readonly Expression[])[];
}

/** A query in parentheses. */
export interface Nested extends Frill {
  readonly is: 'nested';
  readonly query: Query;
}

export type Query = Select | SetOperation | Values | Nested;

export type Part = Expression | Query | Source;
