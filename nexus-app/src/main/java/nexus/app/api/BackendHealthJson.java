package nexus.app.api;

import nexus.app.health.BackendStatus;
import nexus.app.registry.BackendSnapshot;

/// `/v1/backends/{name}/health`: the status of one backend, and of an unhealthy one the cause.
final class BackendHealthJson {

    private BackendHealthJson() {}

    static byte[] of(BackendSnapshot backend) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("name", backend.name());
            out.writeStringField("status", BackendJson.status(backend));
            Json.time(out, "since", backend.since());
            var error = backend.lastCheck().flatMap(check -> check.error());
            if (backend.status() == BackendStatus.UNHEALTHY && error.isPresent()) {
                LastCheckJson.error(out, "cause", error.get());
            }
            out.writeEndObject();
        });
    }
}
