"""Lists the models of a fleet with OpenAI's own client for Python: pip install openai"""

import sys

from openai import OpenAI

# Nexus needs no key for reading; the client wants one.
client = OpenAI(base_url=sys.argv[1] + "/v1", api_key="unused")
for model in client.models.list():
    print(model.id, model.owned_by)
print("one:", client.models.retrieve("Qwen/Qwen3-8B").id)
