package dev.flagledger.query.sdk.identities;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What somebody is answered, in the pieces that it is made of: those of flags are shared with the answers of others.
 *
 * @param head the JSON up to the flags
 * @param flags the JSON of each
 * @param length of the whole, in bytes
 * @param own how many of these bytes are in no other answer
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor modified
record WholeAnswer(byte[] head, List<byte[]> flags, int length, int own) {

    private static final byte[] END = {']', '}'};

    /** @param unshared the bytes of flags that no other answer has */
    static WholeAnswer of(byte[] head, List<byte[]> flags, int unshared) {
        int commas = Math.max(0, flags.size() - 1);
        int length = head.length + flags.stream().mapToInt(flag -> flag.length).sum() + commas + END.length;
        return new WholeAnswer(head, flags, length, head.length + unshared);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        for (int flag = 0; flag < flags.size(); flag++) {
            if (flag > 0) {
                out.write(',');
            }
            out.write(flags.get(flag));
        }
        out.write(END);
    }
}
