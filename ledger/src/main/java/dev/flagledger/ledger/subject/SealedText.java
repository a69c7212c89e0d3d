package dev.flagledger.ledger.subject;

import dev.flagledger.api.Subject;

/**
 * An encrypted text: in an entry, an object with these two keys, in this order.
 *
 * @param of the person whose data it is, such as {@code user:3}
 * @param sealed the sealed bytes of the text's JSON form, in unpadded URL-safe Base64
 */
public record SealedText(String of, String sealed) {

    /** The start of each sealed text in compact JSON, which occurs nowhere else, since quotes in texts are escaped. */
    static final String BEGINNING = "{\"of\":\"";

    /** Returns the start of each sealed text of a person, which occurs nowhere else either. */
    public static String beginningOf(Subject subject) {
        return BEGINNING + subject + "\"";
    }
}
