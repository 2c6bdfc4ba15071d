package nexus.app.api;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/// Reads `tls_key_file`: a private key in PKCS#8 form, unencrypted. Of the other forms it says how to convert them.
final class ServerKey {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
    private static final String CONVERT = ": openssl pkcs8 -topk8 -nocrypt -in FILE -out key.pem";

    private ServerKey() {}

    /// @throws ApiStartException if there is none, or one of another form; nothing of the key is in the message
    static PrivateKey read(Path file, String text) {
        for (var block : Pem.blocks(text)) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return key(file, block);
                }
                case "ENCRYPTED PRIVATE KEY" ->
                    throw unusable(file, "is encrypted with a passphrase; write it without one" + CONVERT);
                case "RSA PRIVATE KEY" -> throw unusable(file, "is in PKCS#1 form; convert it to PKCS#8" + CONVERT);
                case "EC PRIVATE KEY" -> throw unusable(file, "is in SEC1 form; convert it to PKCS#8" + CONVERT);
                default -> {
                    // A certificate, parameters of a curve: beside the key.
                }
            }
        }
        // The body of an old encrypted key has lines with a dash, and so is no block here.
        boolean old = text.contains("Proc-Type: 4,ENCRYPTED");
        throw unusable(
                file,
                old
                        ? "is encrypted with a passphrase; write it without one" + CONVERT
                        : "holds no private key in PEM form (-----BEGIN PRIVATE KEY-----)");
    }

    private static PrivateKey key(Path file, Pem block) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(block.bytes()));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // Of another algorithm, or of none.
            }
        }
        throw unusable(file, "holds a private key that can't be read; RSA, EC and Ed25519 keys can");
    }

    private static ApiStartException unusable(Path file, String why) {
        return new ApiStartException(
                "tls_key_file " + ServerTls.shown(file) + " " + why.replace("FILE", ServerTls.shown(file)));
    }

    /// Whether what one signs the other verifies.
    static boolean belongTogether(PrivateKey key, PublicKey certified) {
        byte[] proof = {1, 2, 3};
        try {
            var signing = Signature.getInstance(signature(key));
            signing.initSign(key);
            signing.update(proof);
            var verifying = Signature.getInstance(signature(key));
            verifying.initVerify(certified);
            verifying.update(proof);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String signature(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> "SHA256withRSA";
        };
    }
}
