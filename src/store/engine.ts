/**
 * The narrow waist between our SQL and the two database clients. Statements read only columns of
 * these types, which both clients decode alike: text, integer, boolean, double precision, text[],
 * integer[] and jsonb. Numeric, bigint and timestamps are cast to text in SQL.
 */

export type Row = Readonly<Record<string, unknown>>
export type SqlParameter = string | number | boolean | null | readonly (string | number | null)[]

export interface Session {
  /**
   * Rows of one statement. With a `name` the statement is prepared once a connection and its plan
   * kept; the name must always stand for the same text.
   */
  query(sql: string, parameters?: readonly SqlParameter[], name?: string): Promise<Row[]>
  /** Runs a script of several statements without parameters. */
  script(sql: string): Promise<void>
}

export interface Engine extends Session {
  readonly kind: 'pglite' | 'postgres'
  /** Runs `work` in one transaction; rolled back when it throws. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}
