package fleet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/// The bytes of each answer, in the shape of vLLM 0.32's `/v1/models` behind uvicorn. As there, no two answers of a
/// stand-in are equal: `created` and the id of the permission change with each.
final class Answers {
    static final byte[] FLOOD_PLAIN =
            bytes("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{\"object\":\"list\",\"data\":[");
    static final byte[] FLOOD_CHUNKED =
            bytes("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n");
    static final byte[] BROKEN = bytes(
            "HTTP/1.1 503 Service Unavailable\r\nserver: uvicorn\r\ncontent-length: 21\r\n\r\n{\"detail\":\"unwell\"}  ");

    private static final int FEW = 2;
    private static final int MANY = 12;

    private final ByteBuffer answer = ByteBuffer.allocateDirect(1 << 14);
    private long serial;

    /// One block of an endless list: itself a whole chunk, if `chunked`.
    static byte[] floodBlock(boolean chunked) {
        var models = new StringBuilder(1 << 16);
        while (models.length() < 1 << 16) {
            models.append("{\"id\":\"flood/model\",\"object\":\"model\",\"owned_by\":\"vllm\"},");
        }
        return bytes(chunked ? Integer.toHexString(models.length()) + "\r\n" + models + "\r\n" : models.toString());
    }

    /// What a stand-in answers, before the parts that change are filled in: two models of its own; every tenth
    /// stand-in has ten more, that all of these share.
    static Template template(int index) {
        int models = index % 10 == 9 ? MANY : FEW;
        var body = new StringBuilder("{\"object\":\"list\",\"data\":[");
        for (int i = 0; i < models; i++) {
            String id = i < FEW ? "bench/Qwen3-8B-" + index + "-" + i : "bench/shared-" + i;
            body.append(i == 0 ? "" : ",").append(model(id));
        }
        body.append("]}");
        String head = "HTTP/1.1 200 OK\r\ndate: Mon, 24 Nov 2025 10:00:00 GMT\r\nserver: uvicorn\r\ncontent-length: "
                + body.length() + "\r\ncontent-type: application/json\r\n\r\n";
        String whole = head + body;
        return new Template(bytes(whole), whole.indexOf("1700000000"), whole.indexOf("modelperm-") + 10);
    }

    private static String model(String id) {
        return "{\"id\":\"" + id + "\",\"object\":\"model\",\"created\":1700000000,\"owned_by\":\"vllm\",\"root\":\"" + id
                + "\",\"parent\":null,\"max_model_len\":32768,\"permission\":[{\"id\":\"modelperm-0000000000000000\","
                + "\"object\":\"model_permission\",\"created\":1700000000,\"allow_create_engine\":false,"
                + "\"allow_sampling\":true,\"allow_logprobs\":true,\"allow_search_indices\":false,\"allow_view\":true,"
                + "\"allow_fine_tuning\":false,\"organization\":\"*\",\"group\":null,\"is_blocking\":false}]}";
    }

    /// The answer to send now; valid until the next call.
    ByteBuffer fill(Template template) {
        answer.clear().put(template.bytes);
        digits(template.created, 10, 1_700_000_000L + serial++ % 100_000_000);
        digits(template.permission, 16, serial);
        return answer.flip();
    }

    private void digits(int at, int width, long value) {
        for (int i = at + width - 1; i >= at; i--, value /= 10) {
            answer.put(i, (byte) ('0' + value % 10));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    /// @param created    where the ten digits of the first `created` stand
    /// @param permission where the sixteen digits of the first permission stand
    record Template(byte[] bytes, int created, int permission) {}
}
