/** The type of a tool, and its result or failure as a response. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { CardRecord } from '../../card/record.ts';
import { type CardContext, logError } from '../context.ts';

/** `content`: what a result has besides its JSON, such as a picture. */
export type ToolResult = { result: Record<string, unknown>; content?: CallToolResult['content'] };

export type McpTool<Input extends z.ZodObject = z.ZodObject> = {
  name: string;
  title: string;
  description: string;
  input: Input;
  call(given: z.output<Input>, c: CardContext): Promise<ToolResult>;
};

/** Types a tool by its input. */
export function tool<Input extends z.ZodObject>(spec: McpTool<Input>): McpTool {
  return spec as unknown as McpTool;
}

/** A call that fails. The message says why, and what to try. It never contains what the caller sent. */
export class ToolProblem extends Error {}

export async function answerTool({ call }: McpTool, given: unknown, c: CardContext): Promise<CallToolResult> {
  try {
    const { result, content = [] } = await call(given as Record<string, unknown>, c);
    return { content: [{ type: 'text', text: JSON.stringify(result) }, ...content], structuredContent: result };
  } catch (error) {
    if (error instanceof ToolProblem) return failure(error.message);
    logError(c, error as Error);
    return failure('An error occurred on the server. The call is valid. Try again in a minute.');
  }
}

function failure(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}

/** @throws ToolProblem */
export async function findCard({ var: { store } }: CardContext, id: string): Promise<CardRecord> {
  const record = await store.getCard(id);
  if (!record) throw new ToolProblem('There is no card with this id. Use search_cards to find cards and their ids.');
  return record;
}
