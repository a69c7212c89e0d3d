package dev.flagledger.access.outbound;

/** Text that may quote anything that another server has sent. */
public final class ForeignText {

    private ForeignText() {}

    /** Returns the text as one line of printable ASCII, with question marks for other characters, and no longer than {@code most}. */
    public static String printable(String text, int most) {
        var clean = text.replaceAll("[^ -~]", "?");
        return clean.substring(0, Math.min(clean.length(), most));
    }
}
