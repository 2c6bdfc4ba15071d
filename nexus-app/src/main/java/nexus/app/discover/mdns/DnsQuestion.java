package nexus.app.discover.mdns;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Something to ask, and how questions are written.
///
/// @param type one of the constants here
record DnsQuestion(DnsName name, int type) {

    static final int A = 1;
    static final int PTR = 12;
    static final int SRV = 33;

    /// What fits a packet that is never cut on its way: RFC 6762, section 17.
    private static final int LARGEST = 1400;

    /// One message that asks all of them; what doesn't fit, or has a name that can't be written, is left out.
    static byte[] message(List<DnsQuestion> questions) {
        var body = new ByteArrayOutputStream();
        int count = 0;
        for (var question : questions) {
            var labels = question.name().wire();
            int size = labels.stream().mapToInt(label -> label.length + 1).sum() + 5;
            if (labels.isEmpty() || body.size() + size > LARGEST) {
                continue;
            }
            for (byte[] label : labels) {
                body.write(label.length);
                body.writeBytes(label);
            }
            body.writeBytes(new byte[] {0, 0, (byte) question.type(), 0, 1});
            count++;
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {0, 0, 0, 0, (byte) (count >> 8), (byte) count, 0, 0, 0, 0, 0, 0});
        message.writeBytes(body.toByteArray());
        return message.toByteArray();
    }
}
