package nexus.spi.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// The characters of a body; what is malformed is a `CharacterCodingException`, also a character that is cut off at
/// the end. One thread.
///
/// The JDK's own readers lock, and take a buffer of 8 KiB each, or two of the body's size; this one takes one.
final class BodyReader extends Reader {

    private final InputStream body;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes;
    private boolean ended;

    /// @param bufferBytes how much is read at a time; longer than any character
    BodyReader(InputStream body, Charset charset, int bufferBytes) {
        this.body = body;
        // A new decoder reports what is malformed, where a charset given by name would replace it.
        this.decoder = charset.newDecoder();
        this.bytes = ByteBuffer.allocate(bufferBytes).limit(0);
    }

    /// @param length at least 2: room for any one character
    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        var out = CharBuffer.wrap(to, offset, length);
        while (true) {
            CoderResult how = decoder.decode(bytes, out, ended);
            if (how.isError()) {
                how.throwException();
            }
            if (out.position() > offset) {
                return out.position() - offset;
            }
            if (how.isOverflow()) {
                throw new IllegalArgumentException("no room for a character in " + length);
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int n = body.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < 0;
        bytes.position(bytes.position() + Math.max(0, n)).flip();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
