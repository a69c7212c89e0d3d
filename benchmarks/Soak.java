import java.nio.file.Path;
import java.time.Duration;

/** All that a server is asked for, at once and for long: does anything in it grow? */
final class Soak {

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration SETTLED = Duration.ofSeconds(10);

    private Soak() {}

    /** Takes so many minutes, more than two. */
    static void measure(Client client, Process server, Path data, int minutes) throws Exception {
        var management = Management.of(server);
        var loads = MixedLoad.of(client);
        loads.run(FIRST);
        Thread.sleep(SETTLED);
        var before = Footprint.of(management, data);
        loads.run(Duration.ofMinutes(minutes).minus(FIRST));
        Thread.sleep(SETTLED);
        System.out.printf("after %d minutes of all loads at once, and before, after %d%n", minutes, FIRST.toMinutes());
        Footprint.of(management, data).printBeside(before);
    }
}
