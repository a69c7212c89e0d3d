package dev.flagledger.standalone;

/** Some tests can do more of the same than is worth waiting for at each build: {@code mvn verify -Dlong}. */
public final class LongForm {

    private LongForm() {}

    public static boolean isWanted() {
        return Boolean.getBoolean("long");
    }
}
