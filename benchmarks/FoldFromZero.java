import java.util.regex.Pattern;

/** What a server said of how it folded a whole log. */
final class FoldFromZero {

    private static final Pattern SAID = Pattern.compile("Folded (\\d+) events in (\\d+) ms");

    private FoldFromZero() {}

    /** @param usual seconds of CPU that a start takes which folds nothing */
    static void print(Child server, double usual) {
        var said = SAID.matcher(server.said("Folded"));
        if (!said.find()) {
            throw new IllegalStateException("the server has folded nothing");
        }
        double events = Double.parseDouble(said.group(1));
        double millis = Double.parseDouble(said.group(2));
        System.out.printf(
                "fold from zero: %.0f events/s, %.1f us of CPU for each in the server, beside the database's%n",
                events / millis * 1e3, (server.cpuSeconds() - usual) * 1e6 / events);
    }
}
