/** Asks an isolate of workerd about its memory, over the inspector's protocol (Chrome DevTools Protocol, V8's domains). */

export type HeapUsage = {
  /** JavaScript objects, and the heap reserved for them, in bytes. */
  usedSize: number;
  totalSize: number;
  /** Buffers outside the heap, in bytes. WebAssembly memories are not among them. */
  backingStorageSize: number;
};

export type Inspector = {
  heapUsage(): Promise<HeapUsage>;
  /** The size of every live WebAssembly memory, in bytes, the largest first. Collects garbage before. */
  wasmMemories(): Promise<number[]>;
  close(): void;
};

type RemoteObject = { objectId: string; value?: unknown };

/** Attaches to the isolate whose inspector is at `url`, a WebSocket's address. */
export async function inspect(url: string): Promise<Inspector> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the inspector does not answer')), { once: true });
  });

  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  // workerd marks no context as the default one: the Worker's must be named.
  let contextId: number | undefined;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, method, params } = JSON.parse(String(data));
    if (method === 'Runtime.executionContextCreated') contextId ??= params.context.id;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result as never);
  });

  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the inspector has closed the connection'));
  });

  let calls = 0;
  const call = <T>(method: string, params: object = {}): Promise<T> => {
    const id = ++calls;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };

  await call('Runtime.enable');
  return {
    heapUsage: () => call<HeapUsage>('Runtime.getHeapUsage'),
    async wasmMemories() {
      const expression = 'WebAssembly.Memory.prototype';
      const { result: prototype } = await call<{ result: RemoteObject }>('Runtime.evaluate', { expression, contextId });
      const { objects } = await call<{ objects: RemoteObject }>('Runtime.queryObjects', {
        prototypeObjectId: prototype.objectId,
      });
      const { result } = await call<{ result: { value: number[] } }>('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: 'function () { return this.map((memory) => memory.buffer.byteLength); }',
        returnByValue: true,
      });
      return result.value.toSorted((a, b) => b - a);
    },
    close: () => socket.close(),
  };
}
