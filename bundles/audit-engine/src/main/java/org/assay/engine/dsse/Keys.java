package org.assay.engine.dsse;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assay.engine.digest.Sha256;

/** Ed25519 keys: made, named, and read from and written to PEM files (PKCS#8 and X.509). Stateless. */
public final class Keys {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_LENGTH = 32;
    private static final int MAX_PEM = 4_096;
    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

    private Keys() {}

    /** A new pair, from the machine's source of secure random numbers. */
    public static KeyPair generate() {
        return generator().generateKeyPair();
    }

    /** The name of a key: the first 32 hex digits of SHA-256 over its X.509 form. It names, and proves nothing. */
    public static String id(PublicKey key) {
        return HexFormat.of().formatHex(Sha256.of(key.getEncoded())).substring(0, ID_LENGTH);
    }

    /**
     * A private key with the public half that belongs to it.
     *
     * @throws IllegalArgumentException if it is no Ed25519 key
     */
    public static KeyPair pairOf(PrivateKey key) {
        byte[] seed = key instanceof EdECPrivateKey edec ? edec.getBytes().orElse(new byte[0]) : new byte[0];
        KeyPairGenerator generator = generator();
        try {
            // The generator makes the pair of the 32 random bytes that it draws: given the seed, it makes that seed's
            // pair.
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return generator.generateKeyPair();
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /**
     * Reads a private key.
     *
     * @param pem a PKCS#8 key between BEGIN PRIVATE KEY and END PRIVATE KEY
     * @throws IllegalArgumentException if it is none; the message never holds any of the text
     */
    public static PrivateKey readPrivate(String pem) {
        byte[] encoded = decode(pem, "PRIVATE KEY");
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("this is no Ed25519 private key in PKCS#8 form");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /**
     * Reads a public key.
     *
     * @param pem an X.509 key between BEGIN PUBLIC KEY and END PUBLIC KEY
     * @throws IllegalArgumentException if it is none
     */
    public static PublicKey readPublic(String pem) {
        byte[] encoded = decode(pem, "PUBLIC KEY");
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("this is no Ed25519 public key in X.509 form", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /** The PEM form of a key, private or public. */
    public static String pem(Key key) {
        String label = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /**
     * Signs some bytes.
     *
     * @throws IllegalArgumentException if it is no Ed25519 key
     */
    public static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("this key cannot sign: an Ed25519 key is needed", e);
        }
    }

    /** Whether a signature over some bytes is of a key. */
    public static boolean fits(PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    private static byte[] decode(String pem, String label) {
        Matcher matcher = PEM.matcher(pem.length() > MAX_PEM ? "" : pem);
        if (!matcher.matches() || !matcher.group(1).equals(label)) {
            throw new IllegalArgumentException("this is no PEM file with one " + label);
        }
        try {
            return Base64.getDecoder().decode(matcher.group(2).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this is no PEM file with one " + label + ": its base64 is broken");
        }
    }

    private static KeyPairGenerator generator() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /** Gives the bytes of one key. */
    private static final class Seed extends SecureRandom {
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalArgumentException("this is no Ed25519 private key");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
