package dev.flagledger.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server for tests, on its own port, until the tests end. */
public final class WebServer {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext server;

    private WebServer(ConfigurableApplicationContext server) {
        this.server = server;
    }

    /** Starts a server with these configuration classes; settings are {@code name=value}. */
    public static WebServer start(Class<?> configuration, String... settings) {
        return new WebServer(new SpringApplicationBuilder(configuration)
                .properties("server.port=0", "spring.main.banner-mode=off")
                .properties(settings)
                .run());
    }

    /** A request to a path of the server; add a method, a body and headers. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    /** A request with a JSON body. */
    public HttpRequest.Builder json(String method, String path, String body) {
        return to(path).method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
    }

    /** Sends the request and returns the response as text. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A bean of the running server. */
    public <T> T bean(Class<T> type) {
        return server.getBean(type);
    }

    /** The port of the server. */
    public int port() {
        return Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
