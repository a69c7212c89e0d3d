package dev.flagledger.ledger.subject;

import dev.flagledger.ledger.secret.AesGcm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Encrypts single texts, in their JSON form, which can represent every Java string, unpaired surrogates included. */
final class TextSeal {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final AesGcm cipher;

    TextSeal(AesGcm cipher) {
        this.cipher = cipher;
    }

    String seal(SecretKey key, String text, TextLocation place) {
        return ENCODER.encodeToString(cipher.seal(key, toJson(text), place.bytes()));
    }

    /**
     * Opens a text.
     *
     * @throws IllegalArgumentException if it is not Base64
     * @throws dev.flagledger.ledger.secret.BrokenSealException if it does not open
     */
    String open(SecretKey key, String sealed, TextLocation place) {
        return fromJson(cipher.open(key, DECODER.decode(sealed), place.bytes()));
    }

    private static byte[] toJson(String text) {
        var bytes = new ByteArrayOutputStream(text.length() + 2);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeString(text);
        }
        return bytes.toByteArray();
    }

    private static String fromJson(byte[] bytes) {
        var plain = new String(bytes, 1, bytes.length - 2, StandardCharsets.UTF_8);
        return plain.indexOf('\\') < 0 ? plain : unescaped(bytes);
    }

    private static String unescaped(byte[] bytes) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw new IllegalArgumentException("The sealed value is not a text");
            }
            return json.getString();
        }
    }
}
