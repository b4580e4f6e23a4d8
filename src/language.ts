/** The languages that Purser reads offline and writes by itself. */

export type Language = 'en' | 'es' | 'de' | 'fr' | 'pt';

export const languages: readonly Language[] = ['en', 'es', 'de', 'fr', 'pt'];
