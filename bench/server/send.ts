// Sends a file to an address as JSON and prints the answer: the one who asks, in a process of its own, so that its memory is not the server's.
import { createReadStream } from "node:fs";
import { request } from "node:http";
import { json } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

const [address = "", file = ""] = process.argv.slice(2);
const sending = request(address, { method: "POST", headers: { "content-type": "application/json" } });
const answered = new Promise((resolve, reject) => {
  sending.on("error", reject);
  sending.on("response", (response) => resolve(json(response).then((body) => ({ status: response.statusCode, body }))));
});
const [answer] = await Promise.all([answered, pipeline(createReadStream(file), sending)]);
process.stdout.write(JSON.stringify(answer));
