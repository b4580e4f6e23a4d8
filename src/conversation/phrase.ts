/** The words that go out: the model's, once each of their figures is one that a tool returned; else the tools' own. */

import { PlatformError } from '../errors.ts';
import type { Model, ModelRequest } from '../models/model.ts';
import { correctFiguresPrompt } from '../models/prompts.ts';
import type { Words } from '../wording/words.ts';
import { unsupportedFigures } from './figures.ts';
import { saidBy } from './reply.ts';
import type { RoundsOutput, UsageListener } from './rounds.ts';

/** The time that one corrective retry may take, in milliseconds. */
const RETRY_MILLISECONDS = 20_000;

export async function phrase(
  output: RoundsOutput,
  situation: Omit<ModelRequest, 'messages' | 'signal'> & {
    spoken: string;
    words: Words;
    offline: Model;
    onUsage: UsageListener;
    stopwatch(): number;
  },
): Promise<string> {
  const own = saidBy(output.results);
  if (output.model === situation.offline || output.ending !== 'complete') {
    return output.text || own;
  }
  const sources = [
    situation.spoken,
    situation.context.today,
    ...output.results.map(({ content }) => JSON.stringify(content)),
  ];
  const wrong = unsupportedFigures(output.text, sources);
  if (output.text && wrong.length === 0) return output.text;
  const asked = situation.stopwatch();
  try {
    const { context, tools } = situation;
    const answer = await output.model.answer({
      context,
      tools,
      messages: [
        ...output.messages,
        { role: 'assistant', text: output.text, toolCalls: [] },
        { role: 'user', text: correctFiguresPrompt(wrong) },
      ],
      signal: AbortSignal.timeout(RETRY_MILLISECONDS),
    });
    const isRight =
      answer.text && answer.toolCalls.length === 0 && unsupportedFigures(answer.text, sources).length === 0;
    if (answer.usage) situation.onUsage(output.model, answer.usage, situation.stopwatch() - asked);
    return isRight ? answer.text : own || situation.words.figuresWithheld;
  } catch (error) {
    if (!(error instanceof PlatformError || error instanceof DOMException)) throw error;
    return own || situation.words.figuresWithheld;
  }
}
