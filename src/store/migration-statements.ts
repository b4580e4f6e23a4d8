/** Splits a migration file into its statements. A trigger's body, with semicolons of its own, is more than it understands. */

// In the order in which they are tried: comments, quoted text (a doubled quote does not end it), the end, anything else.
// In MySQL a backslash escapes a quote, "#" starts a comment, and "--" does so only before a blank.
const tokens = {
  sqlite: /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:''|[^'])*'|"(?:""|[^"])*"|`(?:``|[^`])*`|;|[^;'"`/-]+|[\s\S]/g,
  mysql:
    /--(?=\s|$)[^\n]*|#[^\n]*|\/\*(?!!)[\s\S]*?\*\/|'(?:''|\\[\s\S]|[^'\\])*'|"(?:""|\\[\s\S]|[^"\\])*"|`(?:``|[^`])*`|;|[^;'"`/#-]+|[\s\S]/g,
};

/**
 * The statements of an SQL script in order, without comments. Semicolons and dashes inside quoted text and comments
 * split nothing.
 */
export function splitStatements(sql: string, dialect: 'sqlite' | 'mysql'): string[] {
  const statements: string[] = [];
  let current = '';
  for (const [token] of sql.matchAll(tokens[dialect])) {
    if (token === ';') {
      statements.push(current.trim());
      current = '';
    } else {
      current += isComment(token) ? ' ' : token;
    }
  }
  statements.push(current.trim());
  return statements.filter((statement) => statement !== '');
}

function isComment(token: string): boolean {
  return (token.length > 1 && /^(--|\/\*(?!!))/.test(token)) || token.startsWith('#');
}
