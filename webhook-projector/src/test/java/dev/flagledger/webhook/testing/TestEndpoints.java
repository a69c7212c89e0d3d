package dev.flagledger.webhook.testing;

import dev.flagledger.testing.TestDatabase;
import dev.flagledger.webhook.endpoint.Endpoint;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the table of receivers. */
public final class TestEndpoints {

    private TestEndpoints() {}

    /** The enabled webhooks of an environment, by id. */
    public static List<Endpoint> enabledIn(int environmentId, TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("""
                        select id, environment_id, url, enabled from webhook.webhook_endpoint
                        where environment_id = :environmentId and enabled order by id""")
                .param("environmentId", environmentId)
                .query((row, _) -> new Endpoint(
                        row.getInt("id"),
                        row.getInt("environment_id"),
                        row.getString("url"),
                        row.getBoolean("enabled")))
                .list();
    }
}
