package dev.flagledger.access.mail;

import java.nio.charset.StandardCharsets;

/**
 * What a mail says.
 *
 * @param subject one line
 */
record Mail(String subject, String text) {

    static Mail of(byte[] bytes) {
        var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        return new Mail(lines[0], lines[1]);
    }

    byte[] bytes() {
        return (subject + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
