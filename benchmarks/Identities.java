import java.nio.file.Path;

/** What an answer about a known identity costs, of whom nothing new is said. */
final class Identities {

    private Identities() {}

    static void measure(Client client, Process server, Path scratch) throws Exception {
        int organisation = client.organisation("Identities");
        var small = Crowd.of(client, organisation, 50, 15, 750);
        Contest.againstBareServlet("POST /identities/", small.visits(), scratch, small.answer());
        Management.of(server).printAllocation("POST /identities/", small.visits());
        var large = Crowd.of(client, organisation, 200, 50, 8_700);
        new Contest("POST /identities/, large", large.visits(), "small", small.visits()).print();
        Contest.againstBareServlet("POST /identities/, large", large.visits(), scratch, large.answer());
    }
}
