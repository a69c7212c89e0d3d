import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** What applications ask for most, against nginx, which finds the same bytes in a file. Both have two cores and the same wrk. */
final class AgainstNginx {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int NOT_MODIFIED = 304;
    private static final int LARGEST_CROWD = 8_700;

    private final Client client;
    private final String key;
    private final Nginx nginx;
    private final Path scratch;

    private AgainstNginx(Client client, String key, Nginx nginx, Path scratch) {
        this.client = client;
        this.key = key;
        this.nginx = nginx;
        this.scratch = scratch;
    }

    static void measure(Client client, String key, Path scratch) throws Exception {
        if (!Nginx.isInstalled()) {
            return;
        }
        try (var nginx = Nginx.start(scratch)) {
            var against = new AgainstNginx(client, key, nginx, scratch);
            against.flags();
            against.document();
            against.identities();
        }
    }

    private void flags() throws Exception {
        var file = nginx.serve("flags.json", client.flags(key));
        for (var accepted : List.of("identity", "gzip")) {
            var lines = new String[] {Wire.key(key), "Accept-Encoding: " + accepted};
            contest(
                    "GET /flags/, " + accepted,
                    Load.of(client.port(), Wire.get(Wire.FLAGS, lines)),
                    Load.of(nginx.port(), Wire.get(file, lines)));
        }
    }

    private void document() throws Exception {
        var serverKey = client.serverKey(key);
        var file = nginx.serve("document.json", get(client.port(), Wire.DOCUMENT, serverKey).body());
        contest(
                "GET /environment-document/ 304",
                known(client.port(), Wire.DOCUMENT, serverKey),
                known(nginx.port(), file, serverKey));
    }

    private static Load known(int port, String path, String serverKey) throws Exception {
        var tag = get(port, path, serverKey).headers().firstValue("ETag").orElseThrow();
        return new Load(
                port, NOT_MODIFIED, List.of(Wire.get(path, Wire.key(serverKey), "If-None-Match: " + tag)));
    }

    private static HttpResponse<String> get(int port, String path, String serverKey) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Environment-Key", serverKey);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private void identities() throws Exception {
        int organisation = client.organisation("Against nginx");
        var small = Crowd.of(client, organisation, 50, 15, 750);
        var file = nginx.serve("identity.json", small.answer());
        contest("POST /identities/", small.visits(), small.visits(nginx.port(), file));
        var large = Crowd.of(client, organisation, 200, 50, LARGEST_CROWD);
        new Contest("POST /identities/, large", wrk(large.visits()), "small", wrk(small.visits())).print();
    }

    private void contest(String name, Load load, Load file) throws Exception {
        new Contest(name, wrk(load), "nginx", wrk(file)).print();
    }

    private Wrk wrk(Load load) throws Exception {
        return Wrk.of(load, scratch);
    }
}
