package dev.tenon.realtime.admin;

import dev.tenon.kernel.Tokens;
import java.io.Console;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The hash of a password (PBKDF2, RFC 8018), in the form in which {@code Pbkdf2PasswordHash} of Jakarta Security writes it: the algorithm, the number
 * of iterations, the salt and the hash in Base64, separated by colons. Immutable.
 */
public final class PasswordHash {
    private static final Pattern FORM =
            Pattern.compile("(PBKDF2WithHmacSHA(?:224|256|384|512)):([1-9]\\d{3,7}):([\\w+/]+=*):([\\w+/]+=*)");
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000; // what OWASP asks for in 2023; one try takes some tenths of a second
    private static final int BYTES = 32;

    private final String algorithm;
    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(String algorithm, int iterations, byte[] salt, byte[] hash) {
        this.algorithm = algorithm;
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Returns the hash of a password, for configuration files; another one each time.
     *
     * @throws IllegalArgumentException if the password is empty
     */
    public static String of(String password) {
        if (password.isEmpty()) {
            throw new IllegalArgumentException("the password is empty");
        }
        byte[] salt = Tokens.random(BYTES);
        byte[] hash = derive(ALGORITHM, password, salt, ITERATIONS, BYTES);
        Base64.Encoder text = Base64.getEncoder();
        return ALGORITHM + ":" + ITERATIONS + ":" + text.encodeToString(salt) + ":" + text.encodeToString(hash);
    }

    /**
     * Returns the hash that a text says.
     *
     * @throws IllegalArgumentException if it is none, or says less than 1000 iterations
     */
    static PasswordHash parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("no PBKDF2 hash such as PBKDF2WithHmacSHA512:210000:salt:hash");
        }
        Base64.Decoder bytes = Base64.getDecoder();
        return new PasswordHash(
                form.group(1),
                Integer.parseInt(form.group(2)),
                bytes.decode(form.group(3)),
                bytes.decode(form.group(4)));
    }

    /** Returns whether this is the hash of the password; takes the same time for all that are as long. */
    boolean matches(String password) {
        return !password.isEmpty()
                && MessageDigest.isEqual(hash, derive(algorithm, password, salt, iterations, hash.length));
    }

    private static byte[] derive(String algorithm, String password, byte[] salt, int iterations, int bytes) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bytes * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        } finally {
            spec.clearPassword();
        }
    }

    /** Asks for a password on the console, and prints its hash. */
    @SuppressWarnings("SystemConsoleNull") // before Java 22 it is null where there is none
    public static void main(String[] args) {
        Console console = System.console();
        if (console == null) {
            throw new IllegalStateException("a password is asked for on a console, and there is none");
        }
        console.printf("%s%n", of(new String(console.readPassword("Password: "))));
    }
}
