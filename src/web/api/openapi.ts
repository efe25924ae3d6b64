/** The shape of an OpenAPI document, as the generator makes it. Types only. */
import type { OpenAPIHono } from '@hono/zod-openapi';

export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
export type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;
