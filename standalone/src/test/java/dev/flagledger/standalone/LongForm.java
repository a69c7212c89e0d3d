package dev.flagledger.standalone;

/** Enables longer runs of some tests: {@code mvn verify -Dlong}. */
public final class LongForm {

    private LongForm() {}

    public static boolean isWanted() {
        return Boolean.getBoolean("long");
    }
}
