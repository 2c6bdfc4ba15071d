// Lists the models of a fleet with OpenAI's own client for JavaScript: npm install openai
import OpenAI from "openai";

// Nexus needs no key for reading; the client wants one.
const client = new OpenAI({ baseURL: process.argv[2] + "/v1", apiKey: "unused" });
for await (const model of client.models.list()) {
  console.log(model.id, model.owned_by);
}
console.log("one:", (await client.models.retrieve("Qwen/Qwen3-8B")).id);
