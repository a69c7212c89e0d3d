package dev.flagledger.query.sdk.identities.registry;

import dev.flagledger.query.sdk.flags.body.WrittenFlags;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A response about an identity, in pieces: references to the shared environment defaults, and the JSON of all other flags. */
public final class IdentityResponse {

    private static final byte[] END = {']', '}'};

    /** Ends the JSON of an environment default, whose shared form has no field for a variant. */
    private static final byte[] NO_VARIANT = ",\"variant\":null}".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NO_VARIANT_AND_MORE = ",\"variant\":null},".getBytes(StandardCharsets.US_ASCII);

    private final byte[] head;
    private final WrittenFlags environmentDefaults;
    /** For each flag, its index among the environment defaults, or {@code -1 - index} among the others. */
    private final int[] indexes;

    private final List<byte[]> others;
    private final int length;
    private final int own;

    private IdentityResponse(Builder of) {
        this.head = of.head;
        this.environmentDefaults = of.environmentDefaults;
        this.indexes = Arrays.copyOf(of.indexes, of.size);
        this.others = List.copyOf(of.others);
        this.length = head.length + of.length + Math.max(0, indexes.length - 1) + END.length;
        this.own = head.length + of.unshared;
    }

    /** Returns the length in bytes. */
    public int length() {
        return length;
    }

    /** Returns the approximate heap size in bytes that no other response shares. */
    public int weight() {
        return own + Integer.BYTES * indexes.length + Long.BYTES * others.size();
    }

    /** Returns the bytes as one array. */
    public byte[] bytes() {
        var bytes = new byte[length];
        writeTo(ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Puts the bytes into the buffer, which must have room for them. */
    public void writeTo(ByteBuffer out) {
        out.put(head);
        int last = indexes.length - 1;
        for (int flag = 0; flag <= last; flag++) {
            int index = indexes[flag];
            if (index >= 0) {
                environmentDefaults.write(index, environmentDefaults.length(index) - 1, out);
                out.put(flag == last ? NO_VARIANT : NO_VARIANT_AND_MORE);
            } else {
                out.put(others.get(-1 - index));
                if (flag != last) {
                    out.put((byte) ',');
                }
            }
        }
        out.put(END);
    }

    /** Builds a response, flag by flag. */
    public static final class Builder {

        private final byte[] head;
        private final WrittenFlags environmentDefaults;
        private final List<byte[]> others = new ArrayList<>();
        private int[] indexes;
        private int size;
        private int length;
        private int unshared;

        /**
         * @param head the JSON up to the flags
         * @param environmentDefaults the environment defaults
         */
        public Builder(byte[] head, WrittenFlags environmentDefaults) {
            this.head = head;
            this.environmentDefaults = environmentDefaults;
            this.indexes = new int[environmentDefaults.size()];
        }

        /** Adds the environment default with this id. */
        public void addDefault(int stateId) {
            int index = environmentDefaults.index(stateId);
            if (index < 0) {
                throw new IllegalArgumentException("not an environment default: " + stateId);
            }
            length += environmentDefaults.length(index) - 1 + NO_VARIANT.length;
            add(index);
        }

        /** Adds a flag with JSON of its own; {@code isUnshared} if no other response contains it. */
        public void add(byte[] json, boolean isUnshared) {
            others.add(json);
            length += json.length;
            unshared += isUnshared ? json.length : 0;
            add(-others.size());
        }

        private void add(int index) {
            if (size == indexes.length) {
                indexes = Arrays.copyOf(indexes, 2 * size + 1);
            }
            indexes[size] = index;
            size++;
        }

        /** Returns the response with the flags so far. */
        public IdentityResponse build() {
            return new IdentityResponse(this);
        }
    }
}
