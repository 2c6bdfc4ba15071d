package nexus.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The text of a configuration file.
final class FileText {

    /// Room for far more backends than one Nexus watches.
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final String UTF_16 = " but UTF-16, as Windows PowerShell's > writes it: save it as UTF-8";

    private FileText() {}

    /// @throws ConfigException if there is no such file, or it is no text of a sane size
    static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw problem(file, 0, 0, "is a directory, not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw problem(file, 0, 0, "is larger than 32 MiB");
            }
            return decode(file, bytes);
        } catch (NoSuchFileException e) {
            throw problem(file, 0, 0, "no such file");
        } catch (IOException e) {
            throw problem(file, 0, 0, "can't be read");
        }
    }

    private static String decode(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            throw problem(file, line, column, "not UTF-8" + (isUtf16(bytes) ? UTF_16 : ""));
        }
        return text;
    }

    /// By its byte order mark.
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                        || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
    }

    private static ConfigException problem(Path file, int line, int column, String message) {
        var problems = new Problems();
        problems.add(new Where(file.toString(), line, column, ""), message);
        return problems.exception();
    }
}
