// The door of the room: the office over HTTP.
export {};
