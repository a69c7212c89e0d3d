package dev.flagledger.ledger.log;

/** The names of streams: {@code kind-id}. */
public final class StreamName {

    private StreamName() {}

    /** The kind of a stream, which is what Axon calls the type of its aggregate. */
    public static String kindOf(String stream) {
        int end = stream.indexOf('-');
        return end < 0 ? stream : stream.substring(0, end);
    }
}
