import type { RequestListener } from 'node:http';

/** A listener that can be given to a server before there is one: its port is known then, and requests wait until `connect`. */
export const lateListener = () => {
  const { promise, resolve } = Promise.withResolvers<RequestListener>();
  let current: RequestListener = (request, response) => void promise.then((listener) => listener(request, response));
  return {
    listener: ((request, response) => current(request, response)) satisfies RequestListener as RequestListener,
    connect: (listener: RequestListener): void => {
      current = listener;
      resolve(listener);
    },
  };
};
