package dev.flagledger.platform.http;

import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestFold;
import dev.flagledger.testing.TestScopes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The front door with sample controllers behind it, on a real server and a real database; started once for all tests. */
public final class SampleServer {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private SampleServer() {}

    /** A request to a path of the server; add a method, a body and headers. */
    public static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    /** A request with a JSON body. */
    public static HttpRequest.Builder json(String method, String path, String body) {
        return to(path).method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
    }

    /** Sends the request and returns the answer as text. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part of the running server. */
    public static <T> T bean(Class<T> type) {
        return Running.SERVER.getBean(type);
    }

    /** Where the server listens. */
    public static int port() {
        return Integer.parseInt(Running.SERVER.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static final class Running {
        static final ConfigurableApplicationContext SERVER = new SpringApplicationBuilder(Sample.class)
                .properties(
                        "server.port=0",
                        "spring.main.banner-mode=off",
                        "spring.datasource.url=" + TestDatabase.fresh().url(),
                        "flagledger.http.max-body=8KB")
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({TestFold.class, TestScopes.class})
    @EnableAutoConfiguration(
            exclude = {HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class})
    @ComponentScan(
            basePackages = {
                "dev.flagledger.ledger",
                "dev.flagledger.platform.http",
                "dev.flagledger.platform.ids",
                "dev.flagledger.platform.secrets",
                "dev.flagledger.platform.security"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    static class Sample {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ServletRegistrationBean<SampleServlet> beside() {
            return new ServletRegistrationBean<>(new SampleServlet(), "/api/v1/flags", "/api/v1/flags/*");
        }
    }
}
