package nexus.app.api;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// One block of a PEM file (RFC 7468): what stands between a BEGIN and an END line. Text between blocks is ignored,
/// as OpenSSL does.
///
/// @param label what it says it is: `CERTIFICATE`
/// @param body  the lines between, as they are
record Pem(String label, String body) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,60})-----\\s*\\R([^-]*)-----END \\1-----");

    /// The blocks of a file, in its order.
    static List<Pem> blocks(String text) {
        var blocks = new ArrayList<Pem>();
        var found = BLOCK.matcher(text);
        while (found.find()) {
            blocks.add(new Pem(found.group(1), found.group(2)));
        }
        return blocks;
    }

    /// @throws IllegalArgumentException if the body is not base64
    byte[] bytes() {
        return Base64.getDecoder().decode(body.replaceAll("\\s+", ""));
    }
}
