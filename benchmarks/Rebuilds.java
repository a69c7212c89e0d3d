import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;

/** The audit log of a long log, made anew while the one that is there answers. */
final class Rebuilds {

    private static final int LOOK_MILLIS = 50;

    private Rebuilds() {}

    static void measure(Client client, Path data) throws Exception {
        int project = OldLog.fill(client, data);
        try (var connection = DriverManager.getConnection(OldLog.url(data))) {
            long head = number(connection, "select max(position) from ledger.event");
            long begun = System.nanoTime();
            awaitThat(connection, "position = " + head);
            System.out.printf("audit log of %d events written: %.0f events/s%n", head, perSecond(head, begun));
            var asked = new ArrayList<Double>();
            begun = System.nanoTime();
            run(connection, "update ledger.projection set version = 0 where name = 'audit'");
            while (number(connection, "select count(*) from ledger.projection where name = 'audit' and version > 0 and not beside") == 0) {
                long question = System.nanoTime();
                client.send("GET", "projects/" + project + "/audit/?page_size=20", null);
                asked.add((System.nanoTime() - question) / 1e6);
                Thread.sleep(LOOK_MILLIS);
            }
            System.out.printf("audit log made anew: %.0f events/s%n", perSecond(head, begun));
            Benchmark.print("page of the audit log meanwhile", asked);
        }
    }

    private static double perSecond(long events, long since) {
        return events / ((System.nanoTime() - since) / 1e9);
    }

    static void awaitThat(Connection connection, String condition) throws Exception {
        while (number(connection, "select count(*) from ledger.projection where name = 'audit' and " + condition) == 0) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
