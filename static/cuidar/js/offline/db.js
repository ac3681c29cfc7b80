// The phone's own small store: who uses it, what waits to be sent, which modules are kept.

const NAME = "cuidar";
const VERSION = 1;
let opening;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("state");
      request.result.createObjectStore("kept", { keyPath: "place" });
      const queue = request.result.createObjectStore("queue", { keyPath: "seq", autoIncrement: true });
      queue.createIndex("id", "id", { unique: true });
    };
    request.onsuccess = () => {
      // A later version must not wait for an old tab.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opening;
}

// One transaction on one store; resolves with what `act` asked for, once all of it is on the disk.
async function within(store, mode, act) {
  const transaction = (await open()).transaction(store, mode, { durability: "strict" });
  const request = act(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const read = (store, key) => within(store, "readonly", (rows) => rows.get(key));
export const readBy = (store, index, key) => within(store, "readonly", (rows) => rows.index(index).get(key));
export const all = (store) => within(store, "readonly", (rows) => rows.getAll());
export const write = (store, value, key) => within(store, "readwrite", (rows) => rows.put(value, key));
export const insert = (store, value) => within(store, "readwrite", (rows) => rows.add(value));
export const remove = (store, key) => within(store, "readwrite", (rows) => rows.delete(key));
