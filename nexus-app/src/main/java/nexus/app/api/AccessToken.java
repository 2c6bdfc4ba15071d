package nexus.app.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import nexus.app.config.Secret;

/// The token that changes need. Kept as its hash: comparing hashes takes the same time whatever was guessed, its
/// length included, and the text itself is in one place less.
final class AccessToken {

    private static final String SCHEME = "Bearer ";

    private final byte[] hash;

    AccessToken(Secret token) {
        this.hash = hash(token.reveal());
    }

    /// Whether an `Authorization` header carries it: `Bearer TOKEN` (RFC 6750; the scheme's case means nothing).
    boolean isCarriedBy(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String carried = bearer ? authorization.substring(SCHEME.length()).strip() : "";
        return MessageDigest.isEqual(hash, hash(carried)) && bearer;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
