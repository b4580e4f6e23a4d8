/** Runs one text on a connection that may read the views, within limits. */

import type { Connection, RowDataPacket } from 'mysql2';
import { PlatformError } from '../../errors.ts';
import type { Cell, ReadLimits } from './ledger-reader.ts';
import { type CellType, toCell } from './mysql-cells.ts';
import { notASelect, refusalOf, tooSlow } from './mysql-refusals.ts';
import { cellBytes } from './sqlite-cells.ts';

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly truncated: boolean;
  /** The server may still be at it: the connection can't be used any more. */
  readonly unfinished: boolean;
}

/** The server ends a query by itself; only when it has not after so many milliseconds more is it told to. */
const GRACE = 300;
/** What comes from the server beyond the bytes of the cells: names of columns, lengths of cells. */
const FRAMING_BYTES = 4 * 1024 * 1024;

/**
 * Sends the text as it is, as one statement. Stops reading at the limits of rows and bytes; past the limit of time it
 * calls `kill`. Throws QueryRefused, and PlatformError when the connection breaks.
 */
export function runStatement(
  connection: Connection,
  sql: string,
  limits: ReadLimits,
  kill: () => Promise<void>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const rows: Cell[][] = [];
    let types: readonly (CellType & { name: string })[] | undefined;
    let bytes = 0;
    let received = 0;
    let hasMore = false;
    let isOver = false;

    const deadline = setTimeout(() => {
      const refusal = tooSlow(limits.milliseconds);
      kill().finally(() => finish(() => reject(refusal)));
    }, limits.milliseconds + GRACE);
    // A row is read whole before it is counted, and one cell can be as long as the server allows.
    const onData = (chunk: Buffer) => {
      received += chunk.length;
      if (received > 2 * limits.bytes + FRAMING_BYTES) finish(() => resolve(answer(true, true)));
    };
    const socket: NodeJS.EventEmitter = Reflect.get(connection, 'stream');
    socket.on('data', onData);
    // The driver tells the connection that it broke, and not the query.
    const onClose = () => finish(() => reject(new PlatformError('The database server ended the connection.')));
    socket.on('close', onClose);

    function finish(settle: () => void): void {
      if (isOver) return;
      isOver = true;
      clearTimeout(deadline);
      socket.off('data', onData);
      socket.off('close', onClose);
      settle();
    }
    const answer = (truncated: boolean, unfinished: boolean): Answer => ({
      columns: types?.map(({ name }) => name) ?? [],
      rows,
      truncated,
      unfinished,
    });

    const query = connection.query<RowDataPacket[]>({ sql, rowsAsArray: true, typeCast: false });
    query.on('fields', (fields: typeof types) => {
      types ??= fields;
    });
    query.on('result', (row: unknown) => {
      if (isOver || !types || !Array.isArray(row)) return;
      const cells = row.map((value, index) => toCell(value, types?.[index] ?? {}));
      bytes += cells.reduce<number>((sum, cell) => sum + cellBytes(cell), 0);
      const isSurplus = rows.length === limits.rows || bytes > limits.bytes;
      if (!isSurplus) rows.push(cells);
      // The session is limited to one row more: unless the query says otherwise, that was the last one.
      else if (hasMore || bytes > limits.bytes) finish(() => resolve(answer(true, true)));
      else hasMore = true;
    });
    query.on('error', (error) => finish(() => reject(refusalOf(error, sql, limits.milliseconds))));
    query.on('end', () =>
      finish(() => {
        if (!types) reject(notASelect());
        // A function that the server interrupts may still give a value, and a wrong one.
        else if (performance.now() - started >= limits.milliseconds) reject(tooSlow(limits.milliseconds));
        else resolve(answer(hasMore, false));
      }),
    );
  });
}
