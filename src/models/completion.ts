/** One completion through LangChain, whole or streamed, as it came off the wire. */

import type { AIMessage, AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { ChatOpenAICallOptions } from '@langchain/openai';
import { chatMessages } from './chat-messages.ts';
import type { ModelRequest, TokenUsage, ToolSpec } from './model.ts';
import { ModelError } from './model-error.ts';
import type { RawAnswer, RawCall } from './read-answer.ts';
import { tolerantCompletions, WIRE_CALLS, type WireCall } from './tolerant-completions.ts';

export interface ServerSettings {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly timeoutMs: number;
  readonly stream: boolean;
}

interface Generation {
  readonly message: BaseMessage;
  readonly generationInfo?: Record<string, unknown>;
}

/** Called whenever something arrives, so that silence can be told from slowness. */
export type Heard = () => void;

/** Throws at once only for a bug of ours; whatever the server does ends in a rejection. */
export type Complete = (request: ModelRequest, signal: AbortSignal, heard: Heard) => Promise<RawAnswer>;

/** Loads LangChain (a third of a second), which is why it waits for the first answer. */
export async function openServer(settings: ServerSettings): Promise<Complete> {
  const [openai, lc] = await Promise.all([import('@langchain/openai'), import('@langchain/core/messages')]);
  const fields = {
    model: settings.model,
    apiKey: settings.apiKey,
    // Given in any case: left out, LangChain looks for an address in four environment variables.
    configuration: { baseURL: settings.baseUrl, logLevel: 'off' as const },
    timeout: settings.timeoutMs,
    // Our own loop retries; here six more tries would hide below each of its tries.
    maxRetries: 0,
    // Models of the Responses API: the provider keeps no copy of people's money.
    zdrEnabled: true,
    // Never `streaming: true`: it makes LangChain count tokens with a table that it downloads from tiktoken.pages.dev.
  };
  const chat = new openai.ChatOpenAI({ ...fields, completions: new (tolerantCompletions(openai))(fields) });

  // Not `invoke` and `stream`: those two hand every message to the tracer or the console that the environment
  // names (LANGSMITH_TRACING, LANGCHAIN_VERBOSE), and people's money goes to nobody but the model they chose.
  return (request, signal, heard) => {
    const messages = chatMessages(request, lc);
    // Said twice: for chat completions each tool says it, for the Responses API LangChain asks the options.
    const options: ChatOpenAICallOptions = { signal, strict: true };
    // As call options, since bindTools builds a new client, with its connections, for each call.
    if (request.tools.length > 0) options.tools = request.tools.map(strictTool);
    if (settings.stream) return readStream(chat._streamResponseChunks(messages, options as never), heard);
    return chat._generate(messages, options as never).then(readWhole);
  };
}

function strictTool({ name, description, parameters }: ToolSpec) {
  return { type: 'function' as const, function: { name, description, parameters: { ...parameters }, strict: true } };
}

function readWhole({ generations }: { generations: Generation[] }): RawAnswer {
  const [generation] = generations;
  if (!generation) throw new ModelError('nonsense');
  const message = generation.message as AIMessage;
  const onWire = message.additional_kwargs[WIRE_CALLS] as WireCall[] | undefined;
  const calls: RawCall[] = onWire
    ? onWire.map((call) => parsed({ id: call.id, name: call.function?.name, args: call.function?.arguments }))
    : [...(message.tool_calls ?? []), ...(message.invalid_tool_calls ?? [])];
  const finish = generation.generationInfo?.finish_reason ?? message.response_metadata?.status;
  // Without a reason to have finished, a body that parsed is still whole.
  return { text: message.text, calls, finish: asText(finish), whole: true, usage: readUsage(message) };
}

/** Collects the pieces. The arguments are parsed strictly here, since LangChain mends cut JSON: 12.50 cut to 12 would pass. */
async function readStream(chunks: AsyncIterable<Generation>, heard: Heard): Promise<RawAnswer> {
  let text = '';
  let finish: string | null = null;
  let usage: TokenUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
  const calls = new Map<number | string, { id?: string; name?: string; args: string }>();
  for await (const { message, generationInfo } of chunks) {
    heard();
    const chunk = message as AIMessageChunk;
    text += chunk.text;
    finish = asText(generationInfo?.finish_reason ?? chunk.response_metadata?.status) ?? finish;
    if (chunk.usage_metadata) usage = readUsage(chunk);
    for (const piece of chunk.tool_call_chunks ?? []) {
      const key = piece.index ?? piece.id ?? calls.size;
      const call = calls.get(key) ?? { args: '' };
      calls.set(key, { id: call.id ?? piece.id, name: call.name ?? piece.name, args: call.args + (piece.args ?? '') });
    }
  }
  return { text, calls: [...calls.values()].map(parsed), finish, whole: finish !== null, usage };
}

function parsed({ id, name, args }: { id?: string; name?: string; args?: unknown }): RawCall {
  // Some local servers send the arguments as an object and not as its text.
  if (typeof args !== 'string') return { id, name, args };
  try {
    return { id, name, args: JSON.parse(args) };
  } catch {
    return { id, name, args };
  }
}

/** Zeros where the server counts nothing. */
function readUsage({ usage_metadata: usage }: AIMessage | AIMessageChunk): TokenUsage {
  return {
    inputTokens: usage?.input_tokens ?? 0,
    cachedInputTokens: usage?.input_token_details?.cache_read ?? 0,
    outputTokens: usage?.output_tokens ?? 0,
  };
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
