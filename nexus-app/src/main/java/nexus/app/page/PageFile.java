package nexus.app.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/// One file as it is sent: its bytes are made once, plain and compressed, and shared by all answers. Immutable as long
/// as nobody writes into the arrays.
public final class PageFile {

    private static final int TAG_CHARS = 16;

    private final String contentType;
    private final byte[] plain;
    private final byte[] compressed;
    private final String hash;

    PageFile(String contentType, byte[] plain) {
        this.contentType = Objects.requireNonNull(contentType, "contentType");
        this.plain = plain;
        this.compressed = gzip(plain);
        this.hash = hash(plain);
    }

    /// With its character set where it is text.
    public String contentType() {
        return contentType;
    }

    /// The bytes as they are; shared, not to be changed.
    public byte[] plain() {
        return plain;
    }

    /// The same in gzip format; shared, not to be changed.
    public byte[] compressed() {
        return compressed;
    }

    /// Another one for other bytes: 16 hexadecimal digits.
    public String hash() {
        return hash;
    }

    static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, TAG_CHARS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 2);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array takes every byte", e);
        }
        return bytes.toByteArray();
    }
}
