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
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor modified
record WholeAnswer(byte[] head, List<byte[]> flags, int length) {

    private static final byte[] END = {']', '}'};

    static WholeAnswer of(byte[] head, List<byte[]> flags) {
        int commas = Math.max(0, flags.size() - 1);
        int length = head.length + flags.stream().mapToInt(flag -> flag.length).sum() + commas + END.length;
        return new WholeAnswer(head, flags, length);
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
