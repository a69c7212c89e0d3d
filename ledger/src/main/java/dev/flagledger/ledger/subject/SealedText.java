package dev.flagledger.ledger.subject;

/**
 * A text that is encrypted: in an entry, an object with these two keys, in this order.
 *
 * @param of whom it tells of, such as {@code user:3}
 * @param sealed the sealed bytes of the text's JSON form, in Base64 for URLs, without padding
 */
public record SealedText(String of, String sealed) {

    /** How each of them begins in compact JSON. In no other way may these bytes occur there: a text has its quotes escaped. */
    static final String BEGINNING = "{\"of\":\"";
}
