import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** The yardstick: an nginx that serves files, set up to do so as fast as it can. */
record Nginx(Process process, int port, Path files) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * A POST of a file, which nginx would refuse, is answered like a GET. Files as small as these are sent faster without
     * {@code sendfile}: with their headers, in one call.
     */
    private static final String SETTINGS = """
            daemon off;
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            %4$s
            events {
                worker_connections 16384;
            }
            http {
                access_log off;
                default_type application/json;
                keepalive_timeout 1h;
                keepalive_requests 1000000000;
                open_file_cache max=100 inactive=1h;
                open_file_cache_valid 1h;
                gzip_static on;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                server {
                    listen 127.0.0.1:%2$d backlog=1024;
                    root %3$s;
                    error_page 405 =200 $uri;
                }
            }
            """;

    /** Whether nginx and wrk are installed; says so if they are not. */
    static boolean isInstalled() throws InterruptedException {
        try {
            new ProcessBuilder("nginx", "-v").start().waitFor();
            new ProcessBuilder("wrk", "-v").start().waitFor();
            return true;
        } catch (IOException e) {
            System.out.println("the comparison with nginx is skipped: " + e.getMessage());
            return false;
        }
    }

    static Nginx start(Path scratch) throws Exception {
        var directory = Files.createTempDirectory(scratch, "nginx");
        var files = Files.createDirectory(directory.resolve("files"));
        // The workers of an nginx that root starts are somebody else, who may not look into a directory of root's.
        var user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        int port = freePort();
        var settings = SETTINGS.formatted(directory, port, files, user);
        var file = Files.writeString(directory.resolve("nginx.conf"), settings);
        var process = new ProcessBuilder("nginx", "-c", file.toString()).inheritIO().start();
        var nginx = new Nginx(process, port, files);
        nginx.awaitReady();
        return nginx;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!listens()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("nginx did not start");
            }
            Thread.sleep(20);
        }
    }

    private boolean listens() {
        try (var _ = new Socket("127.0.0.1", port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Serves the text, and its compressed form, from now on, and returns its path. */
    String serve(String name, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        Files.write(files.resolve(name + ".gz"), compressed.toByteArray());
        Files.write(files.resolve(name), bytes);
        return "/" + name;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
