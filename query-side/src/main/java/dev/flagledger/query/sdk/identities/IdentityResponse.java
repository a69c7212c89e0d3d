package dev.flagledger.query.sdk.identities;

import dev.flagledger.query.sdk.flags.WrittenFlags;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A response about an identity, in pieces: references to the shared environment defaults, and the JSON of all other flags. */
final class IdentityResponse {

    private static final byte[] END = {']', '}'};

    /** Ends the JSON of an environment default, whose shared form has no field for a variant. */
    private static final byte[] NO_VARIANT = ",\"variant\":null}".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NO_VARIANT_AND_MORE = ",\"variant\":null},".getBytes(StandardCharsets.US_ASCII);

    private final byte[] head;
    private final WrittenFlags environmentDefault;
    /** For each flag, its index among the environment defaults, or {@code -1 - index} among the others. */
    private final int[] places;

    private final List<byte[]> others;
    private final int length;
    private final int own;

    private IdentityResponse(Builder of) {
        this.head = of.head;
        this.environmentDefault = of.environmentDefault;
        this.places = Arrays.copyOf(of.places, of.size);
        this.others = List.copyOf(of.others);
        this.length = head.length + of.length + Math.max(0, places.length - 1) + END.length;
        this.own = head.length + of.unshared;
    }

    /** Returns the length in bytes. */
    int length() {
        return length;
    }

    /** Returns the approximate heap size in bytes that no other response shares. */
    int weight() {
        return own + Integer.BYTES * places.length + Long.BYTES * others.size();
    }

    /** Returns the bytes as one array. */
    byte[] bytes() {
        var bytes = new byte[length];
        writeTo(ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Puts the bytes into the buffer, which must have room for them. */
    void writeTo(ByteBuffer out) {
        out.put(head);
        int last = places.length - 1;
        for (int flag = 0; flag <= last; flag++) {
            int place = places[flag];
            if (place >= 0) {
                environmentDefault.write(place, environmentDefault.length(place) - 1, out);
                out.put(flag == last ? NO_VARIANT : NO_VARIANT_AND_MORE);
            } else {
                out.put(others.get(-1 - place));
                if (flag != last) {
                    out.put((byte) ',');
                }
            }
        }
        out.put(END);
    }

    /** Builds a response, flag by flag. */
    static final class Builder {

        private final byte[] head;
        private final WrittenFlags environmentDefault;
        private final List<byte[]> others = new ArrayList<>();
        private int[] places;
        private int size;
        private int length;
        private int unshared;

        /**
         * @param head the JSON up to the flags
         * @param environmentDefault the environment defaults
         */
        Builder(byte[] head, WrittenFlags environmentDefault) {
            this.head = head;
            this.environmentDefault = environmentDefault;
            this.places = new int[environmentDefault.size()];
        }

        /** Adds the environment default with this id. */
        void addStandard(int stateId) {
            int place = environmentDefault.place(stateId);
            if (place < 0) {
                throw new IllegalArgumentException("no state that everyone is told of: " + stateId);
            }
            length += environmentDefault.length(place) - 1 + NO_VARIANT.length;
            add(place);
        }

        /** Adds a flag with JSON of its own; {@code isUnshared} if no other response contains it. */
        void add(byte[] json, boolean isUnshared) {
            others.add(json);
            length += json.length;
            unshared += isUnshared ? json.length : 0;
            add(-others.size());
        }

        private void add(int place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size + 1);
            }
            places[size] = place;
            size++;
        }

        IdentityResponse build() {
            return new IdentityResponse(this);
        }
    }
}
