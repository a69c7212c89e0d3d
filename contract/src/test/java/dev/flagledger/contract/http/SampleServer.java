package dev.flagledger.contract.http;

import dev.flagledger.contract.Contract;
import dev.flagledger.testing.WebServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** A real server with sample controllers, started once for all tests. */
public final class SampleServer {

    private SampleServer() {}

    /** Returns a request to a path of the server; add a method, a body and headers. */
    public static HttpRequest.Builder to(String path) {
        return Running.SERVER.to(path);
    }

    /** Returns a request with a JSON body. */
    public static HttpRequest.Builder json(String method, String path, String body) {
        return Running.SERVER.json(method, path, body);
    }

    /** Sends the request and returns the response as text. */
    public static HttpResponse<String> send(HttpRequest.Builder request) {
        return WebServer.send(request);
    }

    /** Returns the port of the server. */
    public static int port() {
        return Running.SERVER.port();
    }

    private static final class Running {
        static final WebServer SERVER = WebServer.start(Sample.class, "flagledger.http.max-body=8KB");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = Contract.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    static class Sample {

        @Bean
        ServletRegistrationBean<SampleServlet> beside() {
            return new ServletRegistrationBean<>(new SampleServlet(), "/api/v1/flags", "/api/v1/flags/*");
        }
    }
}
