/** Calls the server as a bot would, for tests of the server itself. */

export interface ApiAnswer {
  readonly ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: each method has another result.
  readonly result?: any;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

export function createBotClient({ url, token }: { readonly url: string; readonly token: string }) {
  async function read(response: Response): Promise<ApiAnswer> {
    const answer = (await response.json()) as ApiAnswer;
    if (response.status !== (answer.error_code ?? 200))
      throw new Error(`status ${response.status} of ${answer.description}`);
    return answer;
  }
  const address = (method: string) => `${url}/bot${token}/${method}`;

  return {
    call: async (method: string, fields: object = {}, signal?: AbortSignal) =>
      await read(
        await fetch(address(method), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(fields),
          ...(signal ? { signal } : {}),
        }),
      ),
    /** As a form with files, where a field is a Blob. */
    upload: async (method: string, fields: Record<string, string | Blob>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value as string);
      return await read(await fetch(address(method), { method: 'POST', body: form }));
    },
    raw: (method: string, init: RequestInit) => fetch(address(method), init),
  };
}

export type BotClient = ReturnType<typeof createBotClient>;

/** A PNG by its head: all that anybody looks at. */
export function fakePng(width: number, height: number, size = 64): Buffer {
  const png = Buffer.alloc(Math.max(size, 33));
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}
