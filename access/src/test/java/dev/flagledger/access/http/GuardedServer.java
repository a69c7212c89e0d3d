package dev.flagledger.access.http;

import dev.flagledger.access.AccessModule;
import dev.flagledger.contract.Contract;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.InstallationModule;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.Ledger;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestScopes;
import dev.flagledger.testing.WebServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A server with all filters and sample controllers, on a real database; started once for all tests. */
public final class GuardedServer {

    private GuardedServer() {}

    /** Returns a request to a path of the server; add a method, a body and headers. */
    public static HttpRequest.Builder to(String path) {
        return Running.SERVER.to(path);
    }

    /** Sends the request and returns the response as text. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return WebServer.send(request);
    }

    /** Returns a bean of the running server. */
    public static <T> T bean(Class<T> type) {
        return Running.SERVER.bean(type);
    }

    /** Returns the port of the server. */
    public static int port() {
        return Running.SERVER.port();
    }

    private static final class Running {
        static final WebServer SERVER = WebServer.start(
                Guarded.class, "spring.datasource.url=" + TestDatabase.fresh().url(), "flagledger.http.max-body=8KB");
    }

    @Configuration(proxyBeanMethods = false)
    @Import(TestScopes.class)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = {
                Ledger.class,
                Contract.class,
                InstallationModule.class,
                AccessModule.class,
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    static class Guarded {

        @Bean
        History<Installation> fold(EventLog log) {
            return new History<>(log, Installation.EMPTY, FlagEvents.folded(Installation::evolve));
        }
    }
}
