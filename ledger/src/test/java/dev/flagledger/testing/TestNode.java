package dev.flagledger.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * One process on a test's database: the log, the fold and the commands of this module as Spring wires them, the beans
 * that a test adds, and nothing else: no web server, no Hibernate.
 */
public final class TestNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** A running node; {@code beans} are configurations, aggregates and components, with a live fold and what refuses. */
    public static TestNode on(TestDatabase database, Class<?>... beans) {
        var sources = new ArrayList<Class<?>>(List.of(beans));
        sources.add(Base.class);
        return new TestNode(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.main.banner-mode=off",
                        "spring.main.log-startup-info=false",
                        "logging.level.root=warn")
                .run());
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No component, so that no server that has these tests on its class path finds it. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
                "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
            })
    @ComponentScan(
            basePackages = {
                "dev.flagledger.ledger.command",
                "dev.flagledger.ledger.history",
                "dev.flagledger.ledger.log",
                "dev.flagledger.ledger.schema",
                "dev.flagledger.ledger.secret",
                "dev.flagledger.ledger.subject"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    @Import(TestScopes.class)
    static class Base {}
}
